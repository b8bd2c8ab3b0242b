package dev.wavetrain.api;

import dev.wavetrain.checkpoints.Baseline;
import dev.wavetrain.checkpoints.Evaluation;
import dev.wavetrain.checkpoints.EvaluationDetails;
import dev.wavetrain.checkpoints.EvaluationRequest;
import dev.wavetrain.checkpoints.ForecastErrors;
import dev.wavetrain.checkpoints.HorizonError;
import dev.wavetrain.checkpoints.PhaseLag;
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
        @Schema(
                        description =
                                "How much later than the truth the forecast comes; negative where"
                                        + " it is early. Null where it has no phase.")
                @Nullable Lag phaseLag,
        @Schema(
                        description =
                                "Standard deviation of the predictions over that of the truth. Null"
                                        + " where the truth does not vary.")
                @Nullable Double amplitudeRatio,
        @Schema(
                        description =
                                "Errors by steps ahead; empty where each step was told the truth"
                                        + " before it.")
                List<Horizon> errorByHorizon,
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

    /** The shift at which forecast and truth are most alike. */
    @Schema(name = "PhaseLag")
    record Lag(
            double steps,
            double x,
            @Schema(description = "Of forecast and truth at the whole step nearest.")
                    double correlation) {

        static @Nullable Lag of(@Nullable PhaseLag lag) {
            return lag == null ? null : new Lag(lag.steps(), lag.x(), lag.correlation());
        }
    }

    /** The error of the steps {@code from} to {@code to} ahead. */
    @Schema(name = "HorizonError")
    record Horizon(
            int from,
            int to,
            @Schema(description = "Null where no truth is known.") @Nullable Double rmse) {

        static Horizon of(HorizonError error) {
            return new Horizon(error.from(), error.to(), error.rmse());
        }
    }

    static EvaluationJson of(EvaluationDetails stored, EvaluationRequest asked) {
        return of(stored.id(), stored.result(), asked, stored.createdAt());
    }

    static EvaluationJson of(
            UUID id, Evaluation result, EvaluationRequest asked, Instant createdAt) {
        ForecastErrors errors = ForecastErrors.of(result, asked);
        return new EvaluationJson(
                id,
                result.segments().stream().map(Part::of).toList(),
                result.mse(),
                result.mae(),
                result.rmse(),
                result.baselines().stream().map(Plain::of).toList(),
                Lag.of(errors.phaseLag()),
                errors.amplitudeRatio(),
                errors.byHorizon().stream().map(Horizon::of).toList(),
                createdAt);
    }
}
