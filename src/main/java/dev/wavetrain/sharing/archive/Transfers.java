package dev.wavetrain.sharing.archive;

import dev.wavetrain.checkpoints.CheckpointStore;
import dev.wavetrain.data.DataTransfer;
import dev.wavetrain.lab.LabTransfer;
import dev.wavetrain.registry.ModelTransfer;
import org.springframework.stereotype.Component;

/** What hands over, and takes, the parts of an archive that are more than rows. */
@Component
record Transfers(
        CheckpointStore checkpoints, DataTransfer data, ModelTransfer models, LabTransfer lab) {}
