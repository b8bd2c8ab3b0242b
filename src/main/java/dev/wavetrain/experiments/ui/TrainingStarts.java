package dev.wavetrain.experiments.ui;

import dev.wavetrain.experiments.SeedsStart;
import dev.wavetrain.experiments.TrainingStart;
import org.springframework.stereotype.Component;

/** The ways in which an editor begins training. */
@Component
record TrainingStarts(TrainingStart once, SeedsStart repeated) {}
