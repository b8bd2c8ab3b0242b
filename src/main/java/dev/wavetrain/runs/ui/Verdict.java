package dev.wavetrain.runs.ui;

import dev.wavetrain.checkpoints.BaselineLosses;
import dev.wavetrain.runs.RunProgress;
import org.jspecify.annotations.Nullable;

/**
 * Whether a net beats copying the last value, by the loss it is trained on.
 *
 * @param metric {@code val_loss}, or {@code loss} where nothing validates
 * @param best the net's lowest
 * @param copying the same loss of copying the last value
 */
record Verdict(String metric, double best, double copying) {

    /** Null where there is nothing to compare yet, or the loss cannot tell. */
    static @Nullable Verdict of(RunProgress progress, BaselineLosses baselines) {
        Double best = progress.best();
        if (best == null || !Double.isFinite(best)) {
            return null;
        }
        boolean validates = progress.bestValLoss() != null;
        double copying = validates ? baselines.lastValueValidation() : baselines.lastValueTrain();
        return Double.isFinite(copying)
                ? new Verdict(validates ? "val_loss" : "loss", best, copying)
                : null;
    }

    boolean worse() {
        return best >= copying;
    }

    /** How many times the one is the other, at least 1; infinite where one is 0. */
    double factor() {
        return worse() ? best / copying : copying / best;
    }
}
