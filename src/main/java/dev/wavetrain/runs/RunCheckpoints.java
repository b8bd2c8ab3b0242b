package dev.wavetrain.runs;

import dev.wavetrain.checkpoints.CheckpointDetails;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.CheckpointId;
import dev.wavetrain.common.RunId;
import java.util.List;

/** The checkpoints of runs, for those who may see the runs. */
public interface RunCheckpoints {

    /** By epoch, ascending. */
    List<CheckpointDetails> list(Caller caller, RunId run);

    CheckpointDetails find(Caller caller, CheckpointId checkpoint);

    /** The saved model, a DL4J zip. */
    byte[] weights(Caller caller, CheckpointId checkpoint);
}
