package dev.wavetrain.runs;

import dev.wavetrain.common.Rule;
import dev.wavetrain.common.Rules;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A run that is asked for.
 *
 * @param seed null for the definition's
 * @param name null for the experiment's
 * @param priority from -100 to 100, higher ones start first; null for 0
 * @param overrides values in place of the definition's, by path, such as {@code training.epochs}
 * @param key names this request: a second one of the same owner with the same key gives the first
 *     one's run, so that a repeated request is harmless; null or blank for none
 */
public record RunRequest(
        @Nullable Long seed,
        @Nullable String name,
        List<String> tags,
        @Nullable Integer priority,
        Map<String, JsonNode> overrides,
        @Nullable String key) {

    /** What an empty request asks for: the experiment as it is. */
    public static final RunRequest PLAIN = new RunRequest(null, null, List.of(), null, Map.of());

    public RunRequest {
        name = name == null ? null : Annotations.name(name);
        tags = Annotations.tags(tags);
        key = key == null || key.isBlank() ? null : key;
        overrides = Map.copyOf(overrides);
        Rules rules = new Rules();
        if (priority != null) {
            rules.between("priority", priority, -100, 100);
        }
        rules.that(key == null || key.length() <= 100, "key", Rule.TOO_LONG, 100).check();
    }

    public RunRequest(
            @Nullable Long seed,
            @Nullable String name,
            List<String> tags,
            @Nullable Integer priority,
            Map<String, JsonNode> overrides) {
        this(seed, name, tags, priority, overrides, null);
    }

    public static RunRequest ofSeed(long seed) {
        return new RunRequest(seed, null, List.of(), null, Map.of());
    }
}
