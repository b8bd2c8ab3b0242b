package dev.wavetrain.runs.internal;

import dev.wavetrain.training.EpochResult;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of an epoch.
 *
 * @param valLoss null where there is no validation; may be NaN where there is
 */
public record EpochRow(int epoch, double loss, @Nullable Double valLoss) {

    static EpochRow of(EpochResult result, boolean validated) {
        return new EpochRow(
                result.epoch(), result.loss(), validated ? Double.valueOf(result.valLoss()) : null);
    }

    /** What says whether the epoch is the best: val_loss, or loss without validation. */
    double watched() {
        return valLoss == null ? loss : valLoss;
    }
}
