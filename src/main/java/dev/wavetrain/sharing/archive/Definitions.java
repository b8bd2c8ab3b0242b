package dev.wavetrain.sharing.archive;

import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.experiments.Definition;
import dev.wavetrain.experiments.DefinitionCheck;
import dev.wavetrain.experiments.DefinitionJson;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Definitions of an archive, held to the rules of those that people enter. Most are the same. */
final class Definitions {

    private static final int LONGEST = 200_000;
    private static final int MOST_KNOWN = 1_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, Definition> known = new HashMap<>();

    /** The text that is stored for a line's definition. */
    String canonical(Line line) {
        String given = line.text("definition", LONGEST);
        if (known.containsKey(given)) {
            return given;
        }
        try {
            Definition definition = DefinitionJson.read(Lines.parse(given, line.name()));
            var _ = DefinitionCheck.check(definition);
            String text = JSON.writeValueAsString(DefinitionJson.write(definition));
            if (known.size() >= MOST_KNOWN) {
                known.clear();
            }
            known.put(text, definition);
            return text;
        } catch (InvalidValue refused) {
            return line.wrong("definition");
        }
    }

    /** What {@link #canonical} gave last. */
    Definition of(String canonical) {
        return java.util.Objects.requireNonNull(known.get(canonical));
    }
}
