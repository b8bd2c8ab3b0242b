package dev.wavetrain.api;

import dev.wavetrain.checkpoints.Baseline;
import dev.wavetrain.checkpoints.Evaluation;
import dev.wavetrain.checkpoints.EvaluationDetails;
import dev.wavetrain.checkpoints.Segment;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A forecast beside the truth, with its errors and those of predicting without a net. */
@Schema(name = "Evaluation")
record EvaluationJson(
        UUID id,
        List<Part> segments,
        double mse,
        double mae,
        double rmse,
        @Schema(description = "What one would predict without a net, over the same points.")
                List<Plain> baselines,
        Instant createdAt) {

    /** One stretch of the forecast. */
    @Schema(name = "Segment")
    record Part(
            double[] x,
            @Schema(description = "Null where it is not known.") List<@Nullable Double> truth,
            double[] predicted) {

        static Part of(Segment segment) {
            return new Part(segment.x(), known(segment.truth()), segment.predicted());
        }

        private static List<@Nullable Double> known(double[] truth) {
            return Arrays.stream(truth)
                    .<@Nullable Double>mapToObj(value -> Double.isNaN(value) ? null : value)
                    .toList();
        }
    }

    /** A prediction made without a net. */
    @Schema(name = "Baseline")
    record Plain(
            Baseline.Kind kind, List<double[]> predicted, double mse, double mae, double rmse) {

        static Plain of(Baseline baseline) {
            return new Plain(
                    baseline.kind(),
                    baseline.predicted(),
                    baseline.mse(),
                    baseline.mae(),
                    baseline.rmse());
        }
    }

    static EvaluationJson of(EvaluationDetails stored) {
        Evaluation result = stored.result();
        return new EvaluationJson(
                stored.id(),
                result.segments().stream().map(Part::of).toList(),
                result.mse(),
                result.mae(),
                result.rmse(),
                result.baselines().stream().map(Plain::of).toList(),
                stored.createdAt());
    }
}
