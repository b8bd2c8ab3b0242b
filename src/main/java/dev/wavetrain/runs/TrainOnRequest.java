package dev.wavetrain.runs;

import dev.wavetrain.common.Rules;
import dev.wavetrain.training.TrainingDefinition;

/**
 * A run that is to begin with a checkpoint's weights.
 *
 * @param epochs how many more; they are counted from 1
 * @param run the rest: without a seed it has that of the checkpoint's run, and so the same samples
 *     for validation; overrides are of that run's definition
 */
public record TrainOnRequest(int epochs, RunRequest run) {

    public TrainOnRequest {
        new Rules().between("epochs", epochs, 1, TrainingDefinition.MOST_EPOCHS).check();
    }
}
