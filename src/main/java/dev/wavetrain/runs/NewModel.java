package dev.wavetrain.runs;

import dev.wavetrain.common.ExperimentId;
import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.Reason;
import dev.wavetrain.common.Rule;
import dev.wavetrain.sequence.SequenceDefinition;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of a model file.
 *
 * @param project of the experiment that is made for it
 * @param experiment one that is there, whose data the model is measured on; null for a new one
 * @param name of the run, and of a new experiment; null for the file's
 * @param sequence what a new experiment is about; null for the wave of the built-in experiment that
 *     is nearest, cut into windows as long as the file says
 */
public record NewModel(
        ProjectId project,
        @Nullable ExperimentId experiment,
        @Nullable String name,
        @Nullable SequenceDefinition sequence) {

    public NewModel {
        name = name == null || name.isBlank() ? null : Annotations.name(name.strip());
        if (experiment != null && sequence != null) {
            throw new InvalidValue(
                    new FieldError("sequence", Rule.NOT_ALLOWED, Reason.EXPERIMENT_HAS_DATA));
        }
    }
}
