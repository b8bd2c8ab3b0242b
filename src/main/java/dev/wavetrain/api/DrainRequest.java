package dev.wavetrain.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.wavetrain.workers.Intake;
import io.swagger.v3.oas.annotations.media.Schema;
import tools.jackson.databind.JsonNode;

/** How a worker is to be drained. */
@Schema(name = "Drain")
record DrainRequest(
        @Schema(
                        description =
                                "Whether what it trains goes back to the queue at once, to go on"
                                        + " elsewhere where it stopped; else it is trained to its"
                                        + " end.",
                        defaultValue = "false")
                boolean putAside) {

    static final DrainRequest PLAIN = new DrainRequest(false);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static DrainRequest read(JsonNode json) {
        Body body = Body.of(json);
        DrainRequest asked = new DrainRequest(body.flag("putAside"));
        body.check();
        return asked;
    }

    Intake intake() {
        return putAside ? Intake.EMPTYING : Intake.DRAINING;
    }
}
