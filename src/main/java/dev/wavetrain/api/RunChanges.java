package dev.wavetrain.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What to write on a run; what is left out or null stays. */
@Schema(name = "RunChanges", description = "What is left out stays.")
record RunChanges(@Nullable String name, @Nullable String notes, @Nullable List<String> tags) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static RunChanges read(JsonNode json) {
        Body body = Body.of(json);
        RunChanges changes =
                new RunChanges(body.text("name"), body.text("notes"), body.texts("tags"));
        body.check();
        return changes;
    }
}
