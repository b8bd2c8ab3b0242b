package dev.wavetrain.workers;

import dev.wavetrain.training.Outcome;
import dev.wavetrain.training.StopSignal;
import dev.wavetrain.training.TrainingListener;
import dev.wavetrain.training.TrainingPlan;

/** Trains on the calling thread: see {@link dev.wavetrain.training.Trainer#train}. */
@FunctionalInterface
interface Training {

    Outcome train(TrainingPlan plan, StopSignal stop, TrainingListener listener);
}
