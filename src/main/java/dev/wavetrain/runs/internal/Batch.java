package dev.wavetrain.runs.internal;

import dev.wavetrain.checkpoints.NewCheckpoint;
import dev.wavetrain.runs.Ending;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is stored in one transaction.
 *
 * @param epochs ascending
 * @param checkpoints of epochs stored before or in this batch
 * @param resumePoint null for none newer
 * @param epochsPerSecond null while not known
 * @param ending null while the run goes on
 */
public record Batch(
        List<EpochRow> epochs,
        List<NewCheckpoint> checkpoints,
        byte @Nullable [] resumePoint,
        @Nullable Double epochsPerSecond,
        @Nullable Ending ending) {}
