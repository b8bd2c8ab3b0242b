package dev.wavetrain.experiments;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.ExperimentId;
import dev.wavetrain.common.RunId;

/** Starts training. Implemented where runs are, so that an editor can offer it. */
@FunctionalInterface
public interface TrainingStart {

    /**
     * Queues a run of the experiment's current version.
     *
     * @throws dev.wavetrain.common.NotFound where the caller sees no such experiment
     */
    RunId start(Caller caller, ExperimentId experiment, long seed);
}
