package dev.wavetrain.runs.ui;

import dev.wavetrain.experiments.ExperimentService;
import dev.wavetrain.runs.ModelFileSettings;
import dev.wavetrain.runs.ModelUploads;
import org.springframework.stereotype.Component;

/** What bringing a model takes. */
@Component
record UploadServices(
        ModelUploads models, ExperimentService experiments, ModelFileSettings settings) {}
