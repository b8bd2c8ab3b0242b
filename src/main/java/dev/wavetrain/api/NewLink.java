package dev.wavetrain.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.wavetrain.sharing.ShareLinks;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How a link is to be. */
@Schema(name = "NewLink")
record NewLink(
        @Schema(description = "Whom it is for; read by those alone who may make links.")
                String note,
        @Schema(description = "When it ends: a week from now where left out, never where null.")
                @Nullable Instant expiresAt,
        @Schema(hidden = true) @JsonIgnore boolean usual) {

    static final NewLink PLAIN = new NewLink("", null, true);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static NewLink read(JsonNode json) {
        Body body = Body.of(json);
        NewLink link = read(body, json);
        body.check();
        return link;
    }

    static NewLink read(Body body, JsonNode json) {
        return new NewLink(
                Objects.requireNonNullElse(body.text("note"), ""),
                body.time("expiresAt"),
                !json.has("expiresAt"));
    }

    @Nullable Instant end(Instant now) {
        return usual ? now.plus(ShareLinks.USUAL_LIFE) : expiresAt;
    }
}
