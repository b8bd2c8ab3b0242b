package dev.wavetrain.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.Rule;
import dev.wavetrain.experiments.Definition;
import dev.wavetrain.experiments.DefinitionJson;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An experiment to make: from a preset, or with a definition of its own.
 *
 * @param name null only with a preset, for its name
 * @param preset null where there is a definition
 * @param project null for the caller's own
 * @param definition null where there is a preset
 */
@Schema(name = "NewExperiment", description = "Either a preset, or a name and a definition.")
record NewExperiment(
        @Nullable String name,
        @Nullable String description,
        @Schema(description = "A preset's key, in place of a definition.") @Nullable String preset,
        @Schema(description = "The project it goes to; one's own, where left out.")
                @Nullable String project,
        @Schema(ref = Shape.DEFINITION) @Nullable Definition definition) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static NewExperiment read(JsonNode json) {
        Body body = Body.of(json);
        return body.any("preset") == null ? plain(body) : fromPreset(body);
    }

    private static NewExperiment fromPreset(Body body) {
        String preset = body.text("preset");
        String name = body.text("name");
        String project = body.text("project");
        for (String own : new String[] {"definition", "description"}) {
            if (body.any(own) != null) {
                body.wrong(own, Rule.NOT_ALLOWED, "a preset brings its own");
            }
        }
        body.check();
        return new NewExperiment(name, null, preset, project, null);
    }

    private static NewExperiment plain(Body body) {
        String name = body.requiredText("name");
        String description = body.text("description");
        String project = body.text("project");
        Definition definition = definition(body);
        body.check();
        return new NewExperiment(name, description, null, project, definition);
    }

    static @Nullable Definition definition(Body body) {
        JsonNode json = body.required("definition");
        if (json == null) {
            return null;
        }
        try {
            return DefinitionJson.read(json);
        } catch (InvalidValue e) {
            body.wrong(e);
            return null;
        }
    }

    /** For one that has no preset. */
    @JsonIgnore
    Definition ownDefinition() {
        return Objects.requireNonNull(definition, "checked on reading");
    }

    @JsonIgnore
    String ownName() {
        return Objects.requireNonNull(name, "checked on reading");
    }
}
