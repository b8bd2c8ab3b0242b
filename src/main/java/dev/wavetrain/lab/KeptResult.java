package dev.wavetrain.lab;

import dev.wavetrain.common.CheckpointId;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.RunId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A result that somebody kept, without its forecasts. */
public record KeptResult(
        UUID id,
        String name,
        LabQuestion question,
        List<Entry> entries,
        String authorName,
        Instant createdAt) {

    public static final int LONGEST_NAME = 200;

    /**
     * What one checkpoint came to.
     *
     * @param there whether the checkpoint is still kept
     * @param mse null for a sweep, and where no truth was known; the others likewise
     */
    public record Entry(
            UUID id,
            CheckpointId checkpoint,
            boolean there,
            RunId run,
            String runName,
            ProjectId project,
            int epoch,
            @Nullable Double mse,
            @Nullable Double mae,
            @Nullable Double rmse) {}

    public KeptResult {
        entries = List.copyOf(entries);
    }

    /** The same with these entries. */
    public KeptResult with(List<Entry> other) {
        return new KeptResult(id, name, question, other, authorName, createdAt);
    }
}
