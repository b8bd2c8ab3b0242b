package dev.wavetrain.runs.internal;

import dev.wavetrain.runs.Ending;
import dev.wavetrain.training.EpochResult;
import dev.wavetrain.training.ResumePoint;
import dev.wavetrain.training.Snapshot;

/** What the training thread hands to the recorder. */
public sealed interface Recorded {

    /** An epoch has ended. */
    record Epoch(EpochResult result) implements Recorded {}

    /** Weights are to be kept. */
    record Kept(Snapshot snapshot) implements Recorded {}

    /** Where the run could go on. */
    record Resumable(ResumePoint point) implements Recorded {}

    /** Nothing follows. */
    record End(Ending ending) implements Recorded {}
}
