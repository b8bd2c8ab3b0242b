package dev.wavetrain.runs.ui;

import dev.wavetrain.checkpoints.Baseline;
import dev.wavetrain.checkpoints.Evaluation;
import dev.wavetrain.checkpoints.Segment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.IntFunction;

/**
 * A forecast as lines over one axis. Segments stand one after the other with a gap between them;
 * one that overlaps an earlier one is left out of the drawing, though not of the errors.
 *
 * @param lines by {@code truth}, {@code predicted} and the names of the baselines
 * @param leftOut segments that are not drawn
 */
public record ForecastLines(SequencedMap<String, Points> lines, int leftOut) {

    public static final String TRUTH = "truth";
    public static final String PREDICTED = "predicted";

    /** One line; NaN where there is a gap. */
    public record Points(double[] x, double[] y) {}

    public static ForecastLines of(Evaluation evaluation) {
        List<Segment> segments = evaluation.segments();
        List<Integer> drawn = apart(segments);
        SequencedMap<String, Points> lines = new LinkedHashMap<>();
        lines.put(TRUTH, joined(segments, drawn, i -> segments.get(i).truth()));
        for (Baseline baseline : evaluation.baselines()) {
            lines.put(
                    baseline.kind().name(),
                    joined(segments, drawn, i -> baseline.predicted().get(i)));
        }
        lines.put(PREDICTED, joined(segments, drawn, i -> segments.get(i).predicted()));
        return new ForecastLines(lines, segments.size() - drawn.size());
    }

    /** The line of a key that is there. */
    public Points line(String key) {
        return Objects.requireNonNull(lines.get(key), key);
    }

    /** Indices of segments that do not overlap, from left to right. */
    private static List<Integer> apart(List<Segment> segments) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i).x().length > 0) {
                order.add(i);
            }
        }
        order.sort(Comparator.comparingDouble(i -> least(segments.get(i).x())));
        List<Integer> drawn = new ArrayList<>();
        double end = Double.NEGATIVE_INFINITY;
        for (int i : order) {
            if (least(segments.get(i).x()) > end) {
                drawn.add(i);
                end = most(segments.get(i).x());
            }
        }
        return drawn;
    }

    private static double least(double[] x) {
        return Math.min(x[0], x[x.length - 1]);
    }

    private static double most(double[] x) {
        return Math.max(x[0], x[x.length - 1]);
    }

    private static Points joined(
            List<Segment> segments, List<Integer> drawn, IntFunction<double[]> values) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        for (int i : drawn) {
            double[] at = segments.get(i).x();
            double[] value = values.apply(i);
            if (!x.isEmpty()) {
                // A gap half-way, so that x goes on ascending.
                x.add((x.getLast() + least(at)) / 2);
                y.add(Double.NaN);
            }
            boolean falling = at[0] > at[at.length - 1];
            for (int k = 0; k < at.length; k++) {
                int from = falling ? at.length - 1 - k : k;
                x.add(at[from]);
                y.add(value[from]);
            }
        }
        return new Points(doubles(x), doubles(y));
    }

    private static double[] doubles(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
