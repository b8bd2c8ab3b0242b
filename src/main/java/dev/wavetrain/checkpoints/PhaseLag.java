package dev.wavetrain.checkpoints;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much later than the truth a forecast comes: the shift at which the two are most alike.
 *
 * <p>It is the lag that maximises the normalised cross-correlation of prediction and truth, after
 * C. H. Knapp and G. C. Carter, "The Generalized Correlation Method for Estimation of Time Delay",
 * IEEE Transactions on Acoustics, Speech and Signal Processing 24 (1976): at lag L Pearson's
 * correlation of all pairs (truth[k], predicted[k + L]), segments together. Between whole steps a
 * parabola through the maximum and its two neighbours says where the peak is, as in G. Jacovitti
 * and G. Scarano, "Discrete Time Techniques for Time Delay Estimation", IEEE Transactions on Signal
 * Processing 41 (1993); where a neighbour is missing there is no parabola, and no lag is told.
 *
 * <p>Lags of at most half the longest segment are tried, so that half the points always meet, and
 * of at most half a period where the truth shows one: beyond, late and early are the same.
 *
 * @param steps positive where the forecast is late, in steps
 * @param x the same along x, with the sign of {@code steps}
 * @param correlation at the whole step nearest, from {@link #LEAST_CORRELATION} to 1
 */
public record PhaseLag(double steps, double x, double correlation) {

    /** Below, the forecast resembles the truth at no lag, and the best lag says nothing. */
    static final double LEAST_CORRELATION = 0.5;

    /** What rounding makes of equals; of these the lag nearest to 0 is meant. */
    private static final double TIE = 1e-9;

    /**
     * Null where it is not defined: truth or prediction does not vary, too few points are known, or
     * no lag within reach is a peak of the correlation.
     */
    static @Nullable PhaseLag of(List<Segment> segments) {
        int most = mostLag(segments);
        int best = 0;
        double peak = correlation(segments, 0);
        for (int size = 1; size <= most; size++) {
            for (int lag : new int[] {size, -size}) {
                double here = correlation(segments, lag);
                if (here > peak + TIE || Double.isNaN(peak)) {
                    best = lag;
                    peak = here;
                }
            }
        }
        return peak >= LEAST_CORRELATION && Math.abs(best) < most
                ? interpolated(segments, best, peak)
                : null;
    }

    private static @Nullable PhaseLag interpolated(List<Segment> segments, int best, double peak) {
        double before = correlation(segments, best - 1);
        double after = correlation(segments, best + 1);
        double bend = before - 2 * peak + after;
        if (!(bend < 0)) {
            return null;
        }
        double steps = best + Math.clamp((before - after) / (2 * bend), -0.5, 0.5);
        return new PhaseLag(steps, steps * spacing(segments), peak);
    }

    private static int mostLag(List<Segment> segments) {
        Segment longest =
                segments.stream()
                        .max(Comparator.comparingInt(segment -> known(segment.truth()).length))
                        .orElseThrow();
        double[] truth = known(longest.truth());
        int half = truth.length / 2;
        return Math.min(half, Period.of(truth).orElse(truth.length) / 2);
    }

    private static double[] known(double[] truth) {
        return Arrays.stream(truth).takeWhile(value -> !Double.isNaN(value)).toArray();
    }

    private static double spacing(List<Segment> segments) {
        double[] x =
                segments.stream()
                        .map(Segment::x)
                        .max(Comparator.comparingInt(each -> each.length))
                        .orElseThrow();
        return Math.abs(x[x.length - 1] - x[0]) / (x.length - 1);
    }

    /** Of all pairs (truth[k], predicted[k + lag]); NaN where either does not vary. */
    private static double correlation(List<Segment> segments, int lag) {
        Pairs means = new Pairs(0, 0);
        segments.forEach(segment -> means.add(segment, lag));
        Pairs pairs = new Pairs(means.sumTruth / means.count, means.sumPredicted / means.count);
        segments.forEach(segment -> pairs.add(segment, lag));
        return pairs.correlation();
    }
}
