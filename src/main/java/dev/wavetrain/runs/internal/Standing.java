package dev.wavetrain.runs.internal;

import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.RunEvent;
import dev.wavetrain.runs.RunState;
import java.util.UUID;

/** Where a run stands, read without the rest of its row. */
record Standing(UUID run, UUID project, RunState state, int epoch, int checkpointEpoch) {

    RunEvent event() {
        return new RunEvent(new RunId(run), new ProjectId(project), state, epoch, checkpointEpoch);
    }
}
