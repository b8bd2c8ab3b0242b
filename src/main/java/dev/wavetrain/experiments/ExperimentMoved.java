package dev.wavetrain.experiments;

import dev.wavetrain.common.ExperimentId;
import dev.wavetrain.common.ProjectId;

/**
 * An experiment goes to another project. Told within the transaction: whatever belongs to the
 * experiment goes along or the move fails.
 */
public record ExperimentMoved(ExperimentId experiment, ProjectId from, ProjectId to) {}
