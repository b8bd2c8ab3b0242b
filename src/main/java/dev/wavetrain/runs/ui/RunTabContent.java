package dev.wavetrain.runs.ui;

import dev.wavetrain.runs.RunDetails;

/** What stands under a tab. Follows the run while it is shown. */
interface RunTabContent {

    /**
     * Called in the UI's lock, at most four times a second.
     *
     * @param newCheckpoint whether there is a checkpoint that there was not before
     */
    void follow(RunDetails run, boolean newCheckpoint);
}
