package dev.wavetrain.registry;

import dev.wavetrain.common.Rule;
import dev.wavetrain.common.Rules;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * What is said of a new version.
 *
 * @param note perhaps empty
 * @param aliases that name it from now on; those that named another version are moved
 */
public record Promotion(String note, List<String> aliases) {

    public static final int LONGEST_NOTE = 2_000;

    /** Aliases of one model. */
    public static final int MOST_ALIASES = 20;

    public Promotion {
        note = note.strip();
        Rules rules = new Rules().text("note", note, LONGEST_NOTE);
        rules.that(
                aliases.size() <= MOST_ALIASES,
                "aliases",
                Rule.TOO_MANY,
                MOST_ALIASES,
                aliases.size());
        for (int i = 0; i < Math.min(aliases.size(), MOST_ALIASES); i++) {
            ModelName.check(rules, "aliases[" + i + "]", aliases.get(i), ModelName.LONGEST_ALIAS);
        }
        rules.check();
        aliases = List.copyOf(new LinkedHashSet<>(aliases));
    }
}
