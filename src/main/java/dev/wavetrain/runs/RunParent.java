package dev.wavetrain.runs;

import dev.wavetrain.common.CheckpointId;
import dev.wavetrain.common.RunId;

/**
 * The checkpoint whose weights a run began with. It may have been replaced by a better one since.
 *
 * @param epoch of the parent, after which the weights are
 */
public record RunParent(RunId run, CheckpointId checkpoint, int epoch) {}
