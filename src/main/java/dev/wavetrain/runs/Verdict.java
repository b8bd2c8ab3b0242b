package dev.wavetrain.runs;

import dev.wavetrain.checkpoints.Baseline;
import dev.wavetrain.checkpoints.BaselineLoss;
import dev.wavetrain.checkpoints.BaselineLosses;
import org.jspecify.annotations.Nullable;

/**
 * Whether a net beats copying the last value, by the losses it is trained on, each over the very
 * same samples. It is worse where either holds:
 *
 * <ol>
 *   <li>its best epoch's val_loss, or its best epoch's loss where nothing validates, is not below
 *       that of copying;
 *   <li>its last epoch's loss over the training samples is not, though val_loss is: a wave that
 *       fades leaves the validation samples little to be wrong about.
 * </ol>
 *
 * @param metric {@code val_loss} or {@code loss}: the one that tells
 * @param net the net's
 * @param copying the same loss of copying the last value
 * @param mixed whether val_loss is below that of copying and only loss is not
 */
public record Verdict(String metric, double net, double copying, boolean mixed) {

    /** Null where there is nothing to compare yet, or the loss cannot tell. */
    public static @Nullable Verdict of(RunProgress progress, @Nullable BaselineLosses baselines) {
        Double best = progress.best();
        Double last = progress.loss();
        BaselineLoss copying =
                baselines == null ? null : baselines.find(Baseline.Kind.LAST_VALUE).orElse(null);
        if (best == null || last == null || copying == null || !Double.isFinite(best)) {
            return null;
        }
        Double ofValidation = progress.bestValLoss() == null ? null : copying.valLoss();
        if (ofValidation == null) {
            return new Verdict(MetricSeries.LOSS, best, copying.loss(), false);
        }
        boolean mixed = best < ofValidation && last >= copying.loss();
        return mixed
                ? new Verdict(MetricSeries.LOSS, last, copying.loss(), true)
                : new Verdict(MetricSeries.VAL_LOSS, best, ofValidation, false);
    }

    /** Being as good as copying is not better. */
    public boolean worse() {
        return net >= copying;
    }

    /** How many times the one is the other, at least 1; infinite where one is 0. */
    public double factor() {
        return worse() ? net / copying : copying / net;
    }
}
