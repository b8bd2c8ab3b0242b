package dev.wavetrain.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.wavetrain.common.Rule;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** Where a waiting run is to wait. */
@Schema(name = "QueueMove", requiredProperties = "to")
record QueueMove(
        @Schema(
                        description = "Its position afterwards; one beyond the end is the last.",
                        minimum = "1",
                        maximum = "1000000")
                int to) {

    private static final int LAST = 1_000_000;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static QueueMove read(JsonNode json) {
        Body body = Body.of(json);
        if (body.any("to") == null) {
            body.wrong("to", Rule.REQUIRED);
        }
        QueueMove asked = new QueueMove(Objects.requireNonNullElse(body.number("to", 1, LAST), 1));
        body.check();
        return asked;
    }
}
