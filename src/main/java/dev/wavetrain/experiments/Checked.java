package dev.wavetrain.experiments;

import dev.wavetrain.model.ModelSummary;
import java.util.List;

/**
 * What a definition comes to.
 *
 * @param train samples trained on
 * @param validation samples that validate
 * @param warnings what is allowed but tells against it
 */
public record Checked(
        ModelSummary modelSummary,
        int train,
        int validation,
        Preview preview,
        List<DefinitionWarning> warnings) {

    public Checked {
        warnings = List.copyOf(warnings);
    }
}
