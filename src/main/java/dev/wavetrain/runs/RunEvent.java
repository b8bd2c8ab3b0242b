package dev.wavetrain.runs;

import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.RunId;

/**
 * Where a run stands after something was stored. It says all that earlier events of the run said,
 * so a listener may forget those it has not handled.
 *
 * @param epoch the last epoch stored; 0 before the first
 * @param checkpointEpoch the epoch of the checkpoint stored last, which may be an earlier one than
 *     before; 0 before the first
 */
public record RunEvent(
        RunId run, ProjectId project, RunState state, int epoch, int checkpointEpoch) {}
