package dev.wavetrain.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.swagger.v3.oas.annotations.media.Schema;
import tools.jackson.databind.JsonNode;

/** A model that begins with a checkpoint. */
@Schema(
        name = "NewModel",
        requiredProperties = {"name", "checkpoint"})
record NewModel(
        @Schema(
                        description = "Small letters, digits and hyphens; unique in the project.",
                        maxLength = 64)
                String name,
        @Schema(description = "The id of the checkpoint that version 1 is a copy of.")
                String checkpoint,
        @Schema(description = "Of version 1.") String note,
        @Schema(description = "That name version 1: [\"champion\"].")
                java.util.List<String> aliases) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static NewModel read(JsonNode json) {
        Body body = Body.of(json);
        String name = body.requiredText("name");
        NewModelVersion version = NewModelVersion.read(body);
        body.check();
        return new NewModel(name, version.checkpoint(), version.note(), version.aliases());
    }

    NewModelVersion version() {
        return new NewModelVersion(checkpoint, note, aliases);
    }
}
