package dev.wavetrain.runs;

import dev.wavetrain.common.Rule;
import dev.wavetrain.common.Rules;
import java.util.List;

/** The rules for what users write on a run. */
public final class Annotations {

    public static final int LONGEST_NAME = 200;
    public static final int LONGEST_TAG = 50;
    public static final int MOST_TAGS = 20;
    public static final int LONGEST_NOTES = 20_000;

    private Annotations() {}

    public static List<String> tags(List<String> tags) {
        List<String> clean = tags.stream().map(String::strip).distinct().toList();
        Rules rules = new Rules();
        rules.that(clean.size() <= MOST_TAGS, "tags", Rule.AT_MOST, MOST_TAGS + " tags");
        for (int i = 0; i < clean.size(); i++) {
            rules.line("tags[" + i + "]", clean.get(i), LONGEST_TAG);
        }
        rules.check();
        return clean;
    }

    public static String name(String name) {
        String clean = name.strip();
        new Rules().line("name", clean, LONGEST_NAME).check();
        return clean;
    }

    public static String notes(String notes) {
        new Rules().text("notes", notes, LONGEST_NOTES).check();
        return notes;
    }
}
