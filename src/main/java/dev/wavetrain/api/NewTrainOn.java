package dev.wavetrain.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.wavetrain.common.Rule;
import dev.wavetrain.runs.RunRequest;
import dev.wavetrain.runs.TrainOnRequest;
import dev.wavetrain.training.TrainingDefinition;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A run that is asked for, to begin with saved weights. */
@Schema(name = "NewTrainOn", requiredProperties = "epochs")
record NewTrainOn(
        @Schema(description = "How many more; counted from 1.", minimum = "1", maximum = "10000000")
                int epochs,
        @Schema(
                        description =
                                "The checkpoint's run's, where left out. With another one and a"
                                        + " shuffle before the split, what is validated on was"
                                        + " trained on before.")
                @Nullable Long seed,
        @Schema(description = "That of the checkpoint's run, where left out.")
                @Nullable String name,
        List<String> tags,
        @Schema(description = "Higher ones start first.", minimum = "-100", maximum = "100")
                @Nullable Integer priority,
        @Schema(
                        description =
                                "Values in place of those of the checkpoint's run, by dotted path."
                                        + " The network keeps its shape.",
                        example = "{\"training.optimizer.learningRate\": 0.001}",
                        implementation = Object.class)
                Map<String, JsonNode> overrides) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static NewTrainOn read(JsonNode json) {
        Body body = Body.of(json);
        if (body.any("epochs") == null) {
            body.wrong("epochs", Rule.REQUIRED);
        }
        Integer epochs = body.number("epochs", 1, TrainingDefinition.MOST_EPOCHS);
        NewTrainOn asked =
                new NewTrainOn(
                        Objects.requireNonNullElse(epochs, 0),
                        body.number("seed"),
                        body.text("name"),
                        Objects.requireNonNullElse(body.texts("tags"), List.of()),
                        body.number("priority", -100, 100),
                        body.object("overrides"));
        body.check();
        return asked;
    }

    TrainOnRequest request(@Nullable String key) {
        return new TrainOnRequest(
                epochs, new RunRequest(seed, name, tags, priority, overrides, key));
    }
}
