package dev.wavetrain.runs;

import dev.wavetrain.checkpoints.Baseline;
import dev.wavetrain.checkpoints.BaselineLoss;
import dev.wavetrain.checkpoints.BaselineLosses;
import org.jspecify.annotations.Nullable;

/**
 * Whether a net beats copying the last value, by the loss it is trained on: its best epoch's
 * val_loss, or its best epoch's loss where nothing validates. The best is what speaks most for it.
 *
 * @param metric {@code val_loss}, or {@code loss} where nothing validates
 * @param best the net's lowest
 * @param copying the same loss of copying the last value
 */
public record Verdict(String metric, double best, double copying) {

    /** Null where there is nothing to compare yet, or the loss cannot tell. */
    public static @Nullable Verdict of(RunProgress progress, @Nullable BaselineLosses baselines) {
        Double best = progress.best();
        BaselineLoss copying =
                baselines == null ? null : baselines.find(Baseline.Kind.LAST_VALUE).orElse(null);
        if (best == null || copying == null || !Double.isFinite(best)) {
            return null;
        }
        Double ofValidation = progress.bestValLoss() == null ? null : copying.valLoss();
        return ofValidation != null
                ? new Verdict(MetricSeries.VAL_LOSS, best, ofValidation)
                : new Verdict(MetricSeries.LOSS, best, copying.loss());
    }

    /** Being as good as copying is not better. */
    public boolean worse() {
        return best >= copying;
    }

    /** How many times the one is the other, at least 1; infinite where one is 0. */
    public double factor() {
        return worse() ? best / copying : copying / best;
    }
}
