package dev.wavetrain.runs;

import java.util.SequencedMap;

/**
 * The losses of a group's runs by epoch.
 *
 * @param lines by key, in the order asked for; a metric the runs do not have is an empty line
 * @param epoch the last epoch that any of the runs has
 */
public record GroupSeries(SequencedMap<String, Line> lines, int epoch) {

    /** More would be more than a picture or a reader can use. */
    public static final int MOST_POINTS = 2_000;

    /**
     * One metric at N epochs: all of them, or as many evenly spaced ones as were asked for. A run
     * that has ended, or has not come so far, does not count at an epoch that it does not have. A
     * value that is not a number counts as infinite.
     *
     * @param step [N] the epochs, ascending
     * @param runs [N] how many runs have that epoch
     * @param median [N] of those runs, as the four that follow
     */
    public record Line(
            int[] step,
            int[] runs,
            double[] median,
            double[] lowerQuartile,
            double[] upperQuartile,
            double[] min,
            double[] max) {

        public int length() {
            return step.length;
        }
    }
}
