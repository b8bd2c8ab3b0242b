package dev.wavetrain.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.wavetrain.registry.Promotion;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** A checkpoint that becomes a model's next version. */
@Schema(name = "NewModelVersion", requiredProperties = "checkpoint")
record NewModelVersion(
        @Schema(description = "The id of the checkpoint that it is a copy of.") String checkpoint,
        @Schema(description = "What people are to know of it.", maxLength = 2000) String note,
        @Schema(description = "That name it from now on, and no longer another version.")
                List<String> aliases) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static NewModelVersion read(JsonNode json) {
        Body body = Body.of(json);
        NewModelVersion version = read(body);
        body.check();
        return version;
    }

    static NewModelVersion read(Body body) {
        return new NewModelVersion(
                body.requiredText("checkpoint"),
                Objects.requireNonNullElse(body.text("note"), ""),
                Objects.requireNonNullElse(body.texts("aliases"), List.of()));
    }

    Promotion promotion() {
        return new Promotion(note, aliases);
    }
}
