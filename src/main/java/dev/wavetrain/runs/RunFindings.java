package dev.wavetrain.runs;

import dev.wavetrain.checkpoints.BaselineLosses;
import dev.wavetrain.experiments.DefinitionWarning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about a run besides its losses, stored once.
 *
 * @param baselines null until it was first prepared
 * @param definitionWarnings none until it was first prepared
 * @param stillFalling by what share the loss still fell at the end: see {@link StillFalling}; null
 *     where it did not
 */
public record RunFindings(
        @Nullable BaselineLosses baselines,
        List<DefinitionWarning> definitionWarnings,
        @Nullable Double stillFalling) {

    public static final RunFindings NONE = new RunFindings(null, List.of(), null);

    public RunFindings {
        definitionWarnings = List.copyOf(definitionWarnings);
    }
}
