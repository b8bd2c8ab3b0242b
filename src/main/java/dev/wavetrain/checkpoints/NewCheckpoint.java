package dev.wavetrain.checkpoints;

import dev.wavetrain.training.Label;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A model to be stored.
 *
 * @param epoch after which the weights are, from 1
 * @param valLoss null where there is no validation
 * @param file DL4J's zip; never modified
 * @param sha256 of the file
 */
public record NewCheckpoint(
        int epoch,
        double loss,
        @Nullable Double valLoss,
        Set<Label> labels,
        byte[] file,
        String sha256,
        String parametersSha256) {

    public NewCheckpoint {
        labels = Set.copyOf(labels);
    }
}
