package dev.wavetrain.runs.ui;

import dev.wavetrain.runs.GroupDetails;
import dev.wavetrain.runs.GroupMetric;
import dev.wavetrain.shell.Texts;

/** A group's numbers in a reader's words. */
final class GroupWords {

    private GroupWords() {}

    /** Losses as they are called everywhere; the best one says of which loss it is. */
    static String name(Texts texts, GroupMetric metric, boolean validates) {
        String key = "metric." + metric.name();
        return texts.get(metric == GroupMetric.BEST && validates ? key + ".validation" : key);
    }

    /** A loss as measured; a median of epochs may lie between two of them. */
    static String value(Texts texts, GroupMetric metric, double value) {
        return switch (metric) {
            case LOSS, BEST -> texts.number(value);
            case BEST_EPOCH, EPOCHS ->
                    value == Math.rint(value) ? texts.count((long) value) : texts.brief(value);
        };
    }

    /** Which group it is, in a list of them. */
    static String title(Texts texts, GroupDetails group) {
        return texts.get(
                "group.choice", group.name(), group.seeds(), texts.exactly(group.createdAt()));
    }
}
