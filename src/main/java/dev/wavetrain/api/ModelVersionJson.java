package dev.wavetrain.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.wavetrain.model.Cell;
import dev.wavetrain.registry.ModelVersion;
import dev.wavetrain.sequence.Task;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A version of a named model as JSON. */
@Schema(name = "ModelVersion")
record ModelVersionJson(
        int version,
        List<String> aliases,
        @Schema(description = "Where it came from; the run may be gone.") UUID runId,
        String runName,
        UUID checkpointId,
        int epoch,
        double loss,
        @JsonProperty("val_loss") @Nullable Double valLoss,
        Task task,
        @Schema(description = "Steps that it reads.") int window,
        @Schema(description = "Numbers in each step.") int features,
        Cell cell,
        List<Integer> units,
        long bytes,
        String sha256,
        String note,
        String owner,
        Instant createdAt) {

    static ModelVersionJson of(ModelVersion version) {
        return new ModelVersionJson(
                version.number(),
                version.aliases(),
                version.origin().run().value(),
                version.origin().runName(),
                version.origin().checkpoint().value(),
                version.origin().epoch(),
                version.origin().loss(),
                version.origin().valLoss(),
                version.shape().task(),
                version.shape().steps(),
                version.shape().features(),
                version.shape().cell(),
                version.shape().units(),
                version.bytes(),
                version.sha256(),
                version.note(),
                version.madeBy(),
                version.madeAt());
    }
}
