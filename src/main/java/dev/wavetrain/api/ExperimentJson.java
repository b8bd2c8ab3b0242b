package dev.wavetrain.api;

import dev.wavetrain.experiments.DefinitionJson;
import dev.wavetrain.experiments.ExperimentDetails;
import dev.wavetrain.model.ModelSummary;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** An experiment as REST shows it. */
@Schema(name = "Experiment")
record ExperimentJson(
        UUID id,
        UUID project,
        String name,
        String description,
        @Schema(description = "From 1; a changed definition is a new version.") int version,
        @Schema(ref = Shape.DEFINITION) JsonNode definition,
        ModelSummary modelSummary,
        Instant createdAt,
        Instant updatedAt,
        @Schema(description = "Whether it was deleted: its runs stay.") boolean archived) {

    static ExperimentJson of(ExperimentDetails experiment) {
        return new ExperimentJson(
                experiment.id().value(),
                experiment.project().value(),
                experiment.name(),
                experiment.description(),
                experiment.version(),
                DefinitionJson.write(experiment.definition()),
                experiment.modelSummary(),
                experiment.createdAt(),
                experiment.updatedAt(),
                experiment.archived());
    }
}
