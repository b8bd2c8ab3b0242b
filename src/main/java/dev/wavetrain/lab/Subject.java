package dev.wavetrain.lab;

import dev.wavetrain.checkpoints.CheckpointDetails;
import dev.wavetrain.runs.RunDetails;

/** A checkpoint in the lab, with the run that it is of. */
public record Subject(CheckpointDetails checkpoint, RunDetails run) {}
