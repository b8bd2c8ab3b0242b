package dev.wavetrain.api;

import dev.wavetrain.registry.Prediction;
import dev.wavetrain.sequence.Task;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.UUID;

/**
 * What a model answered.
 *
 * @param forecast one number a step
 */
@Schema(name = "Prediction")
record PredictionJson(
        @Schema(description = "One number a step, in the data's own units.") double[] forecast,
        int version,
        String model,
        UUID project,
        Task task,
        @Schema(description = "Of the weights that answered.") String sha256) {

    static PredictionJson of(Prediction answer) {
        return new PredictionJson(
                Arrays.stream(answer.forecast()).flatMapToDouble(Arrays::stream).toArray(),
                answer.version().number(),
                answer.model().name(),
                answer.model().project().value(),
                answer.version().shape().task(),
                answer.version().sha256());
    }
}
