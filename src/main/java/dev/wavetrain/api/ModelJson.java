package dev.wavetrain.api;

import dev.wavetrain.registry.NamedModel;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A named model as JSON. */
@Schema(name = "Model")
record ModelJson(
        UUID id,
        UUID project,
        String name,
        @Schema(description = "How many there are.") int versions,
        ModelVersionJson latest,
        @Schema(description = "The number of the version that each names.")
                Map<String, Integer> aliases,
        String owner,
        Instant createdAt) {

    static ModelJson of(NamedModel model) {
        Map<String, Integer> aliases = new TreeMap<>();
        model.aliases().forEach(alias -> aliases.put(alias.name(), alias.version()));
        return new ModelJson(
                model.id().value(),
                model.project().value(),
                model.name(),
                model.versions(),
                ModelVersionJson.of(model.latest()),
                aliases,
                model.madeBy(),
                model.madeAt());
    }
}
