package dev.wavetrain.runs.internal;

import dev.wavetrain.training.EpochResult;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of an epoch.
 *
 * @param valLoss null where there is no validation; may be NaN where there is
 * @param nanos time that it took; 0 where it is read back
 */
public record EpochRow(int epoch, double loss, @Nullable Double valLoss, long nanos) {

    EpochRow(int epoch, double loss, @Nullable Double valLoss) {
        this(epoch, loss, valLoss, 0);
    }

    static EpochRow of(EpochResult result, boolean validated) {
        return new EpochRow(
                result.epoch(),
                result.loss(),
                validated ? Double.valueOf(result.valLoss()) : null,
                result.nanos());
    }

    double seconds() {
        return nanos / 1e9;
    }

    /** What says whether the epoch is the best: val_loss, or loss without validation. */
    double watched() {
        return valLoss == null ? loss : valLoss;
    }
}
