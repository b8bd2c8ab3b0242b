package dev.wavetrain.runs.internal;

import dev.wavetrain.common.Shortened;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One field of a definition, as runs are filtered by it.
 *
 * @param place within a list, else 0
 * @param text in lower case
 */
record Setting(String path, int place, @Nullable String text, @Nullable Double number) {

    private static final int LONGEST_TEXT = 1_000;

    /** All of a definition; what is null is left out. */
    static List<Setting> all(JsonNode definition) {
        List<Setting> found = new ArrayList<>();
        definition
                .propertyStream()
                .forEach(entry -> collect(entry.getKey(), 0, entry.getValue(), found));
        return found;
    }

    private static void collect(String path, int place, JsonNode value, List<Setting> found) {
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                collect(path, i, value.get(i), found);
            }
        } else if (value.isObject()) {
            found.add(new Setting(path, place, null, null));
            value.propertyStream()
                    .forEach(entry ->
                            collect(path + "." + entry.getKey(), place, entry.getValue(), found));
        } else if (value.isNumber()) {
            found.add(new Setting(path, place, value.asString(), value.doubleValue()));
        } else if (!value.isNull()) {
            found.add(new Setting(path, place, text(value), null));
        }
    }

    private static String text(JsonNode value) {
        String text = low(value.asString());
        return Shortened.beginning(text, LONGEST_TEXT);
    }

    /** As settings are kept: texts are looked for whatever their case. */
    static String low(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
