package dev.wavetrain.runs.internal;

import dev.wavetrain.checkpoints.BaselineLosses;
import dev.wavetrain.experiments.DefinitionWarning;
import dev.wavetrain.runs.Provenance;
import dev.wavetrain.training.TrainingPlan;
import java.util.List;

/** What the trainer needs, what it is made of, what it has to beat and what tells against it. */
record Prepared(
        TrainingPlan plan,
        Provenance provenance,
        BaselineLosses baselines,
        List<DefinitionWarning> warnings) {}
