package dev.wavetrain.registry;

import dev.wavetrain.common.CheckpointId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.model.Cell;
import dev.wavetrain.sequence.Task;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Saved weights under a number, without the weights.
 *
 * @param number from 1; never given twice within a model
 * @param origin where the weights came from
 * @param shape what it is asked with
 * @param sha256 of the file with the weights, in hexadecimal
 * @param aliases that name it now
 */
public record ModelVersion(
        UUID id,
        int number,
        Origin origin,
        Shape shape,
        long bytes,
        String sha256,
        String note,
        String madeBy,
        Instant madeAt,
        List<String> aliases) {

    /**
     * The checkpoint as it was. It may be gone: the version has weights of its own.
     *
     * @param valLoss null where there was no validation
     */
    public record Origin(
            RunId run,
            String runName,
            CheckpointId checkpoint,
            int epoch,
            double loss,
            @Nullable Double valLoss) {}

    /**
     * @param steps T, of a window
     * @param features F, numbers in each step
     */
    public record Shape(Task task, int steps, int features, Cell cell, List<Integer> units) {

        public Shape {
            units = List.copyOf(units);
        }
    }

    public ModelVersion {
        aliases = List.copyOf(aliases);
    }

    /** The same with what names it. */
    public ModelVersion with(List<String> names) {
        return new ModelVersion(
                id, number, origin, shape, bytes, sha256, note, madeBy, madeAt, names);
    }
}
