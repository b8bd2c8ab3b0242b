package dev.wavetrain.runs.internal;

import dev.wavetrain.runs.Provenance;
import dev.wavetrain.training.TrainingPlan;

/** What the trainer needs, and what it is made of. */
record Prepared(TrainingPlan plan, Provenance provenance) {}
