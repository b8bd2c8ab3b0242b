package dev.wavetrain.runs.internal;

import dev.wavetrain.experiments.Definition;
import dev.wavetrain.runs.RunEvent;
import org.jspecify.annotations.Nullable;

/**
 * What came of a worker's wish to train a run.
 *
 * @param event how the run stands now
 * @param assignment null where it is not to be trained
 */
record Begun(RunEvent event, @Nullable Assignment assignment) {

    /**
     * What to train.
     *
     * @param resumePoint where it goes on; null to begin
     * @param ownBeginning whether it draws its own first weights
     */
    record Assignment(
            Definition definition,
            long seed,
            int attempt,
            byte @Nullable [] resumePoint,
            boolean ownBeginning) {}
}
