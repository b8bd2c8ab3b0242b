package dev.wavetrain.runs;

import dev.wavetrain.common.Reason;
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
            String field = "tags[" + i + "]";
            rules.that(!clean.get(i).isEmpty(), field, Rule.REQUIRED)
                    .that(clean.get(i).length() <= LONGEST_TAG, field, Rule.TOO_LONG, LONGEST_TAG)
                    .that(
                            clean.get(i).chars().noneMatch(Character::isISOControl),
                            field,
                            Rule.NOT_ALLOWED,
                            Reason.CONTROL_CHARACTER);
        }
        rules.check();
        return clean;
    }

    public static String name(String name) {
        String clean = name.strip();
        new Rules()
                .that(!clean.isEmpty(), "name", Rule.REQUIRED)
                .that(clean.length() <= LONGEST_NAME, "name", Rule.TOO_LONG, LONGEST_NAME)
                .that(
                        clean.chars().noneMatch(Character::isISOControl),
                        "name",
                        Rule.NOT_ALLOWED,
                        Reason.CONTROL_CHARACTER)
                .check();
        return clean;
    }

    public static String notes(String notes) {
        new Rules()
                .that(notes.length() <= LONGEST_NOTES, "notes", Rule.TOO_LONG, LONGEST_NOTES)
                .check();
        return notes;
    }
}
