package dev.wavetrain.checkpoints;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * Finds how many points a series takes to repeat itself, from the series alone:
 *
 * <ol>
 *   <li>the least lag at which every value recurs, to a millionth of the series' range;
 *   <li>else the first peak, of at least 0.9, of the correlation between the series and itself that
 *       many points later, once that correlation has fallen below 0. So a wave that fades has a
 *       period, as has one whose period is no whole number of points; a curve that only rises has
 *       none.
 * </ol>
 *
 * A constant has none. At least two periods must be there. Of a long series the first 20,000 points
 * are looked at, for periods of up to 5,000.
 */
final class Period {

    private static final int MOST_POINTS = 20_000;
    private static final int LONGEST = 5_000;
    private static final double TOLERANCE = 1e-6;

    /** What rounding alone makes of a constant, as a share of its size. */
    private static final double ROUNDING = 1e-12;

    private static final double LEAST_PEAK = 0.9;

    private Period() {}

    static OptionalInt of(double[] series) {
        double[] values = Arrays.copyOf(series, Math.min(series.length, MOST_POINTS));
        double least = Arrays.stream(values).min().orElse(0);
        double most = Arrays.stream(values).max().orElse(0);
        double range = most - least;
        if (range <= ROUNDING * Math.max(Math.abs(least), Math.abs(most))) {
            return OptionalInt.empty();
        }
        int longest = Math.min(values.length / 2, LONGEST);
        for (int lag = 2; lag <= longest; lag++) {
            if (repeats(values, lag, range * TOLERANCE)) {
                return OptionalInt.of(lag);
            }
        }
        return firstPeak(values, longest);
    }

    private static boolean repeats(double[] values, int lag, double tolerance) {
        for (int i = lag; i < values.length; i++) {
            if (Math.abs(values[i] - values[i - lag]) > tolerance) {
                return false;
            }
        }
        return true;
    }

    private static OptionalInt firstPeak(double[] values, int longest) {
        boolean fallen = false;
        double previous = Double.NaN;
        double current = correlation(values, 1);
        for (int lag = 2; lag <= longest + 1; lag++) {
            double next = lag < values.length - 1 ? correlation(values, lag) : Double.NaN;
            fallen |= current < 0;
            if (fallen && current >= LEAST_PEAK && current >= previous && current >= next) {
                return OptionalInt.of(lag - 1);
            }
            previous = current;
            current = next;
        }
        return OptionalInt.empty();
    }

    /** Pearson's correlation between the values and those {@code lag} later. */
    private static double correlation(double[] values, int lag) {
        int n = values.length - lag;
        double sumA = 0;
        double sumB = 0;
        for (int i = 0; i < n; i++) {
            sumA += values[i];
            sumB += values[i + lag];
        }
        double squaresA = 0;
        double squaresB = 0;
        double products = 0;
        for (int i = 0; i < n; i++) {
            double a = values[i] - sumA / n;
            double b = values[i + lag] - sumB / n;
            squaresA += a * a;
            squaresB += b * b;
            products += a * b;
        }
        return products / Math.sqrt(squaresA * squaresB);
    }
}
