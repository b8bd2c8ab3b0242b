package dev.wavetrain.runs;

import dev.wavetrain.common.Rule;
import dev.wavetrain.common.Rules;
import java.util.Arrays;

/**
 * How values spread. The quartiles lie between neighbouring values: definition 7 of Hyndman and
 * Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50 (1996), which R,
 * NumPy and spreadsheets use. Infinity is a value like others, the greatest.
 *
 * @param n how many values
 */
public record Spread(
        int n, double min, double lowerQuartile, double median, double upperQuartile, double max) {

    /**
     * @param values [n], at least one, none NaN; not modified
     */
    public static Spread of(double[] values) {
        new Rules().that(values.length > 0, "values", Rule.REQUIRED).check();
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Spread(
                sorted.length,
                sorted[0],
                quantile(sorted, 0.25),
                quantile(sorted, 0.5),
                quantile(sorted, 0.75),
                sorted[sorted.length - 1]);
    }

    private static double quantile(double[] sorted, double share) {
        double at = (sorted.length - 1) * share;
        int below = (int) at;
        double part = at - below;
        // Nothing of the next value, were it infinite, is nothing.
        return part == 0
                ? sorted[below]
                : sorted[below] == sorted[below + 1]
                        ? sorted[below]
                        : sorted[below] + part * (sorted[below + 1] - sorted[below]);
    }
}
