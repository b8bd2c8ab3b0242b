package dev.wavetrain.shell;

import java.util.Locale;

/**
 * What the help page explains: {@code advice.TOPIC.title}, {@code .why} and {@code .do} in the text
 * bundles.
 */
public enum HelpTopic {
    BASELINES,
    WORSE_THAN_LAST_VALUE,
    NO_PERIOD,
    VALIDATION_REPEATS_TRAINING,
    MORE_PARAMETERS_THAN_VALUES,
    LOSS_CANNOT_TRAIN,
    BATCH_LARGER_THAN_DATA,
    STILL_IMPROVING,
    LAST_WORSE_THAN_BEST,
    DAMAGED_WEIGHTS,
    FILTER;

    public String anchor() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The address, without the server's. */
    public String address() {
        return "/help#" + anchor();
    }
}
