package dev.wavetrain.sharing.archive;

import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.experiments.Definition;
import dev.wavetrain.experiments.DefinitionCheck;
import dev.wavetrain.experiments.DefinitionJson;
import dev.wavetrain.model.Network;
import dev.wavetrain.sequence.ColumnSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/** Definitions of an archive, held to the rules of those that people enter. Most are the same. */
final class Definitions {

    private static final int LONGEST = 200_000;
    private static final int MOST_KNOWN = 1_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A definition and the text that is stored for it. */
    private record Known(Definition definition, String text) {}

    private final NewIds ids;
    private final Predicate<UUID> brought;
    private final Supplier<ColumnSource> columns;
    private final Map<String, Known> known = new HashMap<>();
    private final Map<String, Definition> byText = new HashMap<>();

    /**
     * @param brought which data sets came with the archive: others are not there
     * @param columns those that came
     */
    Definitions(NewIds ids, Predicate<UUID> brought, Supplier<ColumnSource> columns) {
        this.ids = ids;
        this.brought = brought;
        this.columns = columns;
    }

    /** The text that is stored for a line's definition. */
    String canonical(Line line) {
        String given = line.text("definition", LONGEST);
        Known before = known.get(given);
        if (before != null) {
            return before.text();
        }
        try {
            Definition read = DefinitionJson.read(Lines.parse(given, line.name()));
            Definition definition = withNewIds(read);
            check(read, definition);
            String text = JSON.writeValueAsString(DefinitionJson.write(definition));
            if (known.size() >= MOST_KNOWN) {
                known.clear();
                byText.clear();
            }
            known.put(given, new Known(definition, text));
            byText.put(text, definition);
            return text;
        } catch (InvalidValue refused) {
            return line.wrong("definition");
        }
    }

    /** A data set of this server may have the id that one had elsewhere: it is another one. */
    private Definition withNewIds(Definition read) {
        return new Definition(
                read.sequence().withDatasets(ids::ofText), read.network(), read.training());
    }

    /** Of one whose data were deleted where it comes from only the network can be looked at. */
    private void check(Definition read, Definition definition) {
        boolean whole =
                read.sequence().datasets().stream()
                        .map(NewIds::uuid)
                        .allMatch(id -> id != null && brought.test(id));
        if (whole) {
            var _ = DefinitionCheck.check(definition, columns.get());
        } else {
            var _ =
                    Network.of(
                            definition.network(),
                            definition.sequence().task(),
                            definition.sequence().window());
        }
    }

    /** What {@link #canonical} gave last. */
    Definition of(String canonical) {
        return java.util.Objects.requireNonNull(byText.get(canonical));
    }
}
