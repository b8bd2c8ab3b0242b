package dev.wavetrain.runs;

import org.jspecify.annotations.Nullable;

/**
 * One metric of two groups beside each other.
 *
 * @param key the metric's name in REST
 * @param first how the first group's results spread; null where it has none
 * @param u Mann-Whitney's U, the smaller of the two; null where there are too few seeds
 * @param p two-sided, of this metric alone; null with {@code u}
 * @param adjustedP after Holm's correction for all the metrics that were tested; null with {@code
 *     u}
 * @param exact whether p is exact; else it is approximated
 */
public record GroupContrast(
        GroupMetric metric,
        String key,
        @Nullable Spread first,
        @Nullable Spread second,
        @Nullable Double u,
        @Nullable Double p,
        @Nullable Double adjustedP,
        boolean exact,
        Verdict verdict) {

    /** What the seeds say about a difference. */
    public enum Verdict {
        LARGER_THAN_NOISE,
        NOT_LARGER_THAN_NOISE,
        TOO_FEW_SEEDS
    }
}
