package dev.wavetrain.checkpoints;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * In what way a forecast is wrong, beyond how much: whether it comes too late, whether it swings
 * too little, whether it goes astray with distance. Over the points of the evaluation's segments
 * whose truth is known.
 *
 * @param phaseLag null where it is not defined: see {@link PhaseLag#of}
 * @param amplitudeRatio the standard deviation of the predictions over that of the truth, each
 *     about its own mean, all segments together. Below 1 the forecast swings too little. It is the
 *     variability ratio of H. V. Gupta, H. Kling, K. K. Yilmaz and G. F. Martinez, "Decomposition
 *     of the mean squared error and NSE performance criteria", Journal of Hydrology 377 (2009).
 *     Null where the truth does not vary
 * @param byHorizon errors by how far ahead the net went on its own; empty where it was told the
 *     truth before each step
 */
public record ForecastErrors(
        @Nullable PhaseLag phaseLag,
        @Nullable Double amplitudeRatio,
        List<HorizonError> byHorizon) {

    public ForecastErrors {
        byHorizon = List.copyOf(byHorizon);
    }

    /** Those of an evaluation that answered this request. */
    public static ForecastErrors of(Evaluation evaluation, EvaluationRequest request) {
        return new ForecastErrors(
                PhaseLag.of(evaluation.segments()),
                amplitudeRatio(evaluation.segments()),
                byHorizon(evaluation, request, i -> evaluation.segments().get(i).predicted()));
    }

    /** A baseline's errors over the same steps as the net's. */
    public static List<HorizonError> byHorizon(
            Evaluation evaluation, EvaluationRequest request, Baseline baseline) {
        return byHorizon(evaluation, request, i -> baseline.predicted().get(i));
    }

    private static List<HorizonError> byHorizon(
            Evaluation evaluation, EvaluationRequest request, IntFunction<double[]> predicted) {
        return request instanceof EvaluationRequest.TeacherForced
                ? List.of()
                : HorizonError.of(evaluation.segments(), predicted);
    }

    private static @Nullable Double amplitudeRatio(List<Segment> segments) {
        double truth = deviation(segments.stream().flatMapToDouble(s -> known(s, s.truth())));
        double predicted =
                deviation(segments.stream().flatMapToDouble(s -> known(s, s.predicted())));
        double ratio = predicted / truth;
        return truth > 0 && Double.isFinite(ratio) ? ratio : null;
    }

    /** Those of the values that stand where the segment's truth is known. */
    private static DoubleStream known(Segment segment, double[] values) {
        return IntStream.range(0, values.length)
                .filter(k -> !Double.isNaN(segment.truth()[k]))
                .mapToDouble(k -> values[k]);
    }

    /** The standard deviation of values; 0 where it is no more than rounding. */
    private static double deviation(DoubleStream all) {
        double[] values = all.toArray();
        double mean = DoubleStream.of(values).average().orElse(0);
        double squares = DoubleStream.of(values).map(v -> (v - mean) * (v - mean)).sum();
        double deviation = Math.sqrt(squares / Math.max(1, values.length));
        return deviation <= 1e-12 * Math.abs(mean) ? 0 : deviation;
    }
}
