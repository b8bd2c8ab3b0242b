package dev.wavetrain.runs;

import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.common.UserId;

/**
 * A run has come to its end. Told within the transaction that stores it, by the process that
 * trained it, or that took it out of the queue: whatever is stored about it is stored once, or the
 * run has not ended.
 *
 * @param owner who queued it
 */
public record RunEnded(RunId run, ProjectId project, UserId owner, RunState state) {}
