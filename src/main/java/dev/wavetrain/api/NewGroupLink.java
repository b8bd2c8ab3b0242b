package dev.wavetrain.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How a link to a group is to be, or to how it differs from another. */
@Schema(name = "NewGroupLink")
record NewGroupLink(
        @JsonUnwrapped NewLink link,
        @Schema(description = "Shows the comparison with this group instead of the group.")
                @Nullable String with) {

    static final NewGroupLink PLAIN = new NewGroupLink(NewLink.PLAIN, null);

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static NewGroupLink read(JsonNode json) {
        Body body = Body.of(json);
        NewGroupLink link = new NewGroupLink(NewLink.read(body, json), body.text("with"));
        body.check();
        return link;
    }
}
