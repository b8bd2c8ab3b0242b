package dev.wavetrain.runs;

import org.jspecify.annotations.Nullable;

/** What one run of a group came to, as one number. */
public enum GroupMetric {
    LOSS,
    BEST,
    BEST_EPOCH,
    EPOCHS;

    /** The name that REST gives it; that of the best loss says which loss it is of. */
    public String key(boolean validates) {
        return switch (this) {
            case LOSS -> MetricSeries.LOSS;
            case BEST -> validates ? "best_val_loss" : "best_loss";
            case BEST_EPOCH -> "best_epoch";
            case EPOCHS -> "epochs";
        };
    }

    /**
     * Null where the run has none. A loss that is not a number, as of a run that diverged, counts
     * as infinite: worse than every other.
     */
    @Nullable Double of(RunProgress progress) {
        return switch (this) {
            case LOSS -> worstIfNaN(progress.loss());
            case BEST -> worstIfNaN(progress.best());
            case BEST_EPOCH -> asDouble(progress.bestEpoch());
            case EPOCHS -> (double) progress.epoch();
        };
    }

    private static @Nullable Double asDouble(@Nullable Integer value) {
        return value == null ? null : value.doubleValue();
    }

    private static @Nullable Double worstIfNaN(@Nullable Double value) {
        return value == null || !value.isNaN() ? value : Double.valueOf(Double.POSITIVE_INFINITY);
    }
}
