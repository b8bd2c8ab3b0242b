package dev.wavetrain.training;

import dev.wavetrain.common.Reason;
import dev.wavetrain.common.Rule;
import dev.wavetrain.common.Rules;
import org.jspecify.annotations.Nullable;

/**
 * How a network is trained.
 *
 * @param validationSplit the last fraction of the samples, cut off before any shuffling: {@code
 *     floor(n * (1 - split))} train
 * @param earlyStopping null for none
 */
public record TrainingDefinition(
        OptimizerDefinition optimizer,
        Loss loss,
        int batchSize,
        int epochs,
        double validationSplit,
        Shuffle shuffle,
        long seed,
        @Nullable EarlyStopping earlyStopping,
        CheckpointPolicy checkpoints) {

    public static final int MOST_EPOCHS = 10_000_000;

    public TrainingDefinition {
        new Rules()
                .between("batchSize", batchSize, 1, 1_000_000)
                .between("epochs", epochs, 1, MOST_EPOCHS)
                .inside("validationSplit", validationSplit, 0, 1)
                .that(
                        earlyStopping == null
                                || earlyStopping.monitor() == EarlyStopping.Monitor.LOSS
                                || validationSplit > 0,
                        "earlyStopping.monitor",
                        Rule.NOT_ALLOWED,
                        Reason.NO_VALIDATION)
                .check();
    }
}
