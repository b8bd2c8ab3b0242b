package dev.wavetrain.api;

import dev.wavetrain.checkpoints.Baseline;
import dev.wavetrain.checkpoints.Evaluation;
import dev.wavetrain.lab.Finding;
import dev.wavetrain.lab.LabQuestion;
import dev.wavetrain.lab.SweepPoint;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one checkpoint came to in the lab. */
@Schema(name = "LabFinding")
record LabFindingJson(
        UUID checkpoint,
        UUID run,
        String runName,
        int epoch,
        @Schema(description = "Null for a sweep. Its id is the checkpoint's.")
                @Nullable EvaluationJson forecast,
        @Schema(description = "Of a sweep, by its values.") List<Point> curve) {

    /** The errors at one value of a sweep. */
    @Schema(name = "SweepPoint")
    record Point(
            double at,
            @Schema(description = "Null where the wave has no value, or no truth is known.")
                    @Nullable Double rmse,
            @Schema(description = "Those of predicting without a net, by their kind.")
                    Map<Baseline.Kind, Double> baselines) {

        static Point of(SweepPoint point) {
            return new Point(point.at(), point.rmse(), point.baselines());
        }
    }

    static LabFindingJson of(Finding found, LabQuestion asked, Instant when) {
        Evaluation forecast = found.forecast();
        return new LabFindingJson(
                found.checkpoint().value(),
                found.run().value(),
                found.runName(),
                found.epoch(),
                forecast == null
                        ? null
                        : EvaluationJson.of(
                                found.checkpoint().value(),
                                forecast,
                                asked.request(found.task()),
                                when),
                found.curve().stream().map(Point::of).toList());
    }
}
