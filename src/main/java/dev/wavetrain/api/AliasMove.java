package dev.wavetrain.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** The version that an alias is to name. */
@Schema(name = "AliasMove", requiredProperties = "version")
record AliasMove(@Schema(minimum = "1") int version) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static AliasMove read(JsonNode json) {
        Body body = Body.of(json);
        var _ = body.required("version");
        AliasMove asked =
                new AliasMove(
                        Objects.requireNonNullElse(
                                body.number("version", 1, Integer.MAX_VALUE), 1));
        body.check();
        return asked;
    }
}
