package dev.wavetrain.runs;

import dev.wavetrain.experiments.DefinitionWarning;
import dev.wavetrain.experiments.Warning;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that tells against a run: its definition's warnings, then what came of it once it ended. */
final class RunWarnings {

    /** From where on the last epoch is much worse than the best: the losses' ratio. */
    private static final double MUCH_WORSE = 10;

    private RunWarnings() {}

    static List<Warning> of(
            RunState state, RunProgress progress, @Nullable Verdict verdict, RunFindings findings) {
        List<DefinitionWarning> ofDefinition = findings.definitionWarnings();
        List<Warning> warnings = new ArrayList<>(ofDefinition);
        if (!state.isFinal()) {
            return warnings;
        }
        if (verdict != null && verdict.worse()) {
            warnings.add(
                    new RunWarning(
                            RunWarning.Code.WORSE_THAN_LAST_VALUE,
                            verdict.net(),
                            verdict.copying()));
        }
        if (findings.stillFalling() != null) {
            warnings.add(
                    new RunWarning(
                            RunWarning.Code.STILL_IMPROVING,
                            Math.round(100 * findings.stillFalling())));
        }
        Double last = progress.valLoss() == null ? progress.loss() : progress.valLoss();
        Double best = progress.best();
        Integer bestEpoch = progress.bestEpoch();
        if (last != null
                && best != null
                && bestEpoch != null
                && Double.isFinite(last)
                && last > MUCH_WORSE * best) {
            warnings.add(
                    new RunWarning(
                            RunWarning.Code.LAST_WORSE_THAN_BEST, last, best, (long) bestEpoch));
        }
        return warnings;
    }
}
