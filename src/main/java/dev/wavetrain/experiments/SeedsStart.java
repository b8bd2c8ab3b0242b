package dev.wavetrain.experiments;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.ExperimentId;
import dev.wavetrain.common.GroupId;

/** Starts the same training with several seeds. Implemented where runs are, as TrainingStart is. */
@FunctionalInterface
public interface SeedsStart {

    /** What an editor offers: one alone has no spread. */
    int LEAST = 2;

    int MOST = 100;

    /**
     * Queues a run of the experiment's current version for each of {@code count} seeds from {@code
     * first} on.
     *
     * @param key the same key again gives the same group
     * @throws dev.wavetrain.common.NotFound where the caller sees no such experiment
     */
    GroupId start(Caller caller, ExperimentId experiment, long first, int count, String key);
}
