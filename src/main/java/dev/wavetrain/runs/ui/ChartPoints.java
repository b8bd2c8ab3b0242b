package dev.wavetrain.runs.ui;

import dev.wavetrain.runs.MetricSeries;
import java.util.Arrays;

/**
 * The points by which a thinned line is drawn: those of a bucket's extremes that its last value
 * does not show already, within the epochs of the bucket.
 *
 * @param x ascending
 * @param y as many
 */
record ChartPoints(double[] x, double[] y) {

    /**
     * @param after the epoch before the first bucket; 0 where the line begins
     */
    static ChartPoints of(MetricSeries.Line line, int after) {
        double[] x = new double[3 * line.length()];
        double[] y = new double[3 * line.length()];
        int count = 0;
        double from = after;
        for (int i = 0; i < line.length(); i++) {
            double value = line.value()[i];
            double third = (line.step()[i] - from) / 3;
            if (line.max()[i] > value) {
                x[count] = from + third;
                y[count++] = line.max()[i];
            }
            if (line.min()[i] < value) {
                x[count] = from + 2 * third;
                y[count++] = line.min()[i];
            }
            x[count] = line.step()[i];
            y[count++] = value;
            from = line.step()[i];
        }
        return new ChartPoints(Arrays.copyOf(x, count), Arrays.copyOf(y, count));
    }
}
