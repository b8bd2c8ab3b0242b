package dev.wavetrain.runs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/**
 * Metrics of a run by key, thinned.
 *
 * @param series by key, in the order asked for; a metric the run does not have is an empty line
 * @param next what to ask for as {@code after} to get what comes later: the last epoch given here
 */
public record MetricSeries(SequencedMap<String, Line> series, int next) {

    public static final String LOSS = "loss";
    public static final String VAL_LOSS = "val_loss";
    public static final Set<String> KEYS = Set.of(LOSS, VAL_LOSS);
    public static final int DEFAULT_POINTS = 1_000;
    public static final int MOST_POINTS = 10_000;

    public MetricSeries {
        series = new LinkedHashMap<>(series);
    }

    /** The line of a key; empty where there is none. */
    public Line line(String key) {
        return series.getOrDefault(key, Line.EMPTY);
    }

    /** Every line by its key, for writing. */
    public Map<String, Line> lines() {
        return series;
    }

    /**
     * One metric as buckets of neighbouring epochs, N of them; a bucket of one epoch has its value
     * three times.
     *
     * @param step [N] last epoch of each bucket, ascending
     * @param value [N] the metric at {@code step}
     * @param min [N] lowest in the bucket; NaN only where it holds nothing else
     * @param max [N] highest in the bucket; NaN only where it holds nothing else
     */
    public record Line(int[] step, double[] value, double[] min, double[] max) {

        public static final Line EMPTY =
                new Line(new int[0], new double[0], new double[0], new double[0]);

        public int length() {
            return step.length;
        }
    }
}
