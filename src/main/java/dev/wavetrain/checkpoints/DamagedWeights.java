package dev.wavetrain.checkpoints;

import dev.wavetrain.common.Conflict;

/** The stored bytes of a checkpoint are not those that were saved. Others of its run may be. */
public class DamagedWeights extends Conflict {

    public DamagedWeights(CheckpointDetails checkpoint) {
        super(
                "The saved weights of epoch "
                        + checkpoint.epoch()
                        + " are damaged: their checksum does not match. The run's other"
                        + " checkpoints are not affected.");
    }
}
