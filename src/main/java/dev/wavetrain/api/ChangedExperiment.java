package dev.wavetrain.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.wavetrain.experiments.Definition;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** An experiment as it is to be from now on. */
@Schema(name = "ChangedExperiment")
record ChangedExperiment(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String name,
        @Schema(description = "Empty where left out.") String description,
        @Schema(ref = Shape.DEFINITION) Definition definition) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static ChangedExperiment read(JsonNode json) {
        Body body = Body.of(json);
        String name = body.requiredText("name");
        String description = Objects.requireNonNullElse(body.text("description"), "");
        Definition definition = NewExperiment.definition(body);
        body.check();
        return new ChangedExperiment(name, description, Objects.requireNonNull(definition));
    }
}
