package dev.wavetrain.checkpoints;

import dev.wavetrain.sequence.Scale;
import dev.wavetrain.sequence.SequenceData;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Gathers predictions, sets them against the truth and against baselines. */
final class Tally {

    private final SequenceData data;
    private final Scale scale;
    private final OptionalInt period;
    private final List<Segment> segments = new ArrayList<>();
    private final ErrorSum errors = new ErrorSum();
    private final Map<Baseline.Kind, ErrorSum> baselineErrors = new EnumMap<>(Baseline.Kind.class);
    private final Map<Baseline.Kind, List<double[]>> baselines = new EnumMap<>(Baseline.Kind.class);

    /**
     * @param scale of the predictions
     */
    Tally(SequenceData data, Scale scale) {
        this.data = data;
        this.scale = scale;
        this.period = Period.of(data.truth().values());
        for (Baseline.Kind kind : Baseline.Kind.values()) {
            if (kind != Baseline.Kind.SEASONAL || period.isPresent()) {
                baselineErrors.put(kind, new ErrorSum());
                baselines.put(kind, new ArrayList<>());
            }
        }
    }

    /**
     * @param predicted the span's points from {@code offset} on
     * @param shown whether the points become a segment, or only count in the errors
     */
    void add(Span span, float[] predicted, int offset, boolean shown) {
        double[] x = new double[span.length()];
        double[] truth = new double[span.length()];
        double[] values = new double[span.length()];
        for (int k = 0; k < span.length(); k++) {
            x[k] = data.xAt(span.first() + k);
            truth[k] = data.truthAt(span.first() + k);
            values[k] = scale.out(predicted[offset + k]);
            errors.add(truth[k], values[k]);
        }
        if (shown) {
            segments.add(new Segment(x, truth, values));
        }
        if (period.isPresent() && span.first() < period.getAsInt()) {
            // There is no whole period before these points: no baseline over the same points.
            baselineErrors.remove(Baseline.Kind.SEASONAL);
            baselines.remove(Baseline.Kind.SEASONAL);
        }
        baselineErrors.forEach((kind, sum) -> addBaseline(kind, sum, span, truth, shown));
    }

    private void addBaseline(
            Baseline.Kind kind, ErrorSum sum, Span span, double[] truth, boolean shown) {
        double[] values = new double[span.length()];
        for (int k = 0; k < span.length(); k++) {
            values[k] = baseline(kind, span, k);
            sum.add(truth[k], values[k]);
        }
        if (shown) {
            baselines.getOrDefault(kind, new ArrayList<>()).add(values);
        }
    }

    private double baseline(Baseline.Kind kind, Span span, int k) {
        long unknown = span.unknownFrom(k);
        return switch (kind) {
            case ZERO -> 0;
            case LAST_VALUE -> unknown == 0 ? 0 : data.valueAt(unknown - 1);
            case SEASONAL -> {
                int season = period.orElseThrow();
                yield data.valueAt(unknown - season + (span.first() + k - unknown) % season);
            }
        };
    }

    Evaluation result() {
        return new Evaluation(
                segments,
                errors.mse(),
                errors.mae(),
                errors.rmse(),
                baselineErrors.entrySet().stream()
                        .map(entry ->
                                new Baseline(
                                        entry.getKey(),
                                        baselines.getOrDefault(entry.getKey(), List.of()),
                                        entry.getValue().mse(),
                                        entry.getValue().mae(),
                                        entry.getValue().rmse()))
                        .toList());
    }
}
