package dev.wavetrain.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.wavetrain.runs.GroupRequest;
import dev.wavetrain.runs.RunRequest;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A run that is asked for. */
@Schema(name = "NewRun")
record NewRun(
        @Schema(description = "The definition's, where left out.") @Nullable Long seed,
        @Schema(
                        description =
                                "In place of seed: one run for each, as a group. 1 to 100, each"
                                        + " once.")
                @Nullable List<Long> seeds,
        @Schema(description = "The experiment's, where left out.") @Nullable String name,
        List<String> tags,
        @Schema(description = "Higher ones start first.", minimum = "-100", maximum = "100")
                @Nullable Integer priority,
        @Schema(
                        description = "Values in place of the definition's, by dotted path.",
                        example = "{\"training.epochs\": 50}",
                        implementation = Object.class)
                Map<String, JsonNode> overrides) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static NewRun read(JsonNode json) {
        Body body = Body.of(json);
        NewRun run =
                new NewRun(
                        body.number("seed"),
                        body.wholes("seeds", GroupRequest.MOST_SEEDS),
                        body.text("name"),
                        Objects.requireNonNullElse(body.texts("tags"), List.of()),
                        body.number("priority", -100, 100),
                        body.object("overrides"));
        body.check();
        return run;
    }

    static final NewRun PLAIN = new NewRun(null, null, null, List.of(), null, Map.of());

    RunRequest request(@Nullable String key) {
        return new RunRequest(seed, name, tags, priority, overrides, key);
    }
}
