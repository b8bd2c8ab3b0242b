package dev.wavetrain.checkpoints;

import dev.wavetrain.common.CheckpointId;
import java.time.Instant;
import java.util.UUID;

/** A stored evaluation of a checkpoint. */
public record EvaluationDetails(
        UUID id, CheckpointId checkpoint, Evaluation result, Instant createdAt) {}
