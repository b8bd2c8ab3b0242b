package dev.wavetrain.runs.internal;

import java.util.Arrays;
import java.util.List;

/** Tags in one column: each after a line feed, and one at the end, so that each is found whole. */
final class TagText {

    private TagText() {}

    static String of(List<String> tags) {
        return tags.isEmpty() ? "" : "\n" + String.join("\n", tags) + "\n";
    }

    static List<String> tags(String text) {
        return Arrays.stream(text.split("\n")).filter(tag -> !tag.isEmpty()).toList();
    }
}
