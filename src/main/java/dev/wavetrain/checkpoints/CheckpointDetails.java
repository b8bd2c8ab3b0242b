package dev.wavetrain.checkpoints;

import dev.wavetrain.common.CheckpointId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.training.Label;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A saved model without its weights.
 *
 * @param epoch after which the weights are
 * @param valLoss null where there is no validation
 * @param labels why it is kept
 * @param bytes of the file
 * @param sha256 of the file, in hexadecimal
 * @param parametersSha256 of the parameters alone as little-endian floats, so that two runs can be
 *     compared
 */
public record CheckpointDetails(
        CheckpointId id,
        RunId run,
        int epoch,
        double loss,
        @Nullable Double valLoss,
        Set<Label> labels,
        long bytes,
        String sha256,
        String parametersSha256,
        Instant createdAt) {

    public CheckpointDetails {
        labels = Set.copyOf(labels);
    }
}
