package dev.wavetrain.experiments.ui;

import dev.wavetrain.experiments.ExperimentDetails;

/** What saving came to. */
sealed interface SaveResult {

    record Saved(ExperimentDetails experiment) implements SaveResult {}

    /**
     * Somebody, or the same user in another tab, saved since this editor was opened. Nothing was
     * written.
     */
    record ChangedElsewhere(ExperimentDetails theirs) implements SaveResult {}
}
