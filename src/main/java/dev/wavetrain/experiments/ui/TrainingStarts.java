package dev.wavetrain.experiments.ui;

import dev.wavetrain.common.ProjectNames;
import dev.wavetrain.experiments.DataColumns;
import dev.wavetrain.experiments.SeedsStart;
import dev.wavetrain.experiments.TrainingStart;
import org.springframework.stereotype.Component;

/**
 * The ways in which an editor begins training, the projects to keep it in and the data to learn
 * from.
 */
@Component
record TrainingStarts(
        TrainingStart once, SeedsStart repeated, ProjectNames projects, DataColumns data) {}
