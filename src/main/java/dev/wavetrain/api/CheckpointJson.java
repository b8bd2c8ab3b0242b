package dev.wavetrain.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.wavetrain.checkpoints.CheckpointDetails;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A checkpoint as REST shows it. */
@Schema(name = "Checkpoint")
record CheckpointJson(
        UUID id,
        int epoch,
        double loss,
        @JsonProperty("val_loss") @Nullable Double valLoss,
        @Schema(example = "[\"best\", \"last\"]") List<String> labels,
        long bytes,
        @Schema(description = "Of the file.") String sha256,
        @Schema(description = "Of the parameters alone, as little-endian floats.")
                String parametersSha256,
        Instant createdAt) {

    static CheckpointJson of(CheckpointDetails checkpoint) {
        return new CheckpointJson(
                checkpoint.id().value(),
                checkpoint.epoch(),
                checkpoint.loss(),
                checkpoint.valLoss(),
                checkpoint.labels().stream()
                        .sorted()
                        .map(label -> label.name().toLowerCase(Locale.ROOT))
                        .toList(),
                checkpoint.bytes(),
                checkpoint.sha256(),
                checkpoint.parametersSha256(),
                checkpoint.createdAt());
    }
}
