package dev.wavetrain.runs;

import dev.wavetrain.training.TrainingPlan;

/** A run that a worker has taken: what to train, and who listens. */
public record RunWork(TrainingPlan plan, RunRecorder recorder) {}
