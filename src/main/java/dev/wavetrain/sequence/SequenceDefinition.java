package dev.wavetrain.sequence;

import dev.wavetrain.common.Reason;
import dev.wavetrain.common.Rule;
import dev.wavetrain.common.Rules;
import org.jspecify.annotations.Nullable;

/**
 * What a net is to learn from: one or two series, cut into windows.
 *
 * @param target what the input becomes; for {@link Task#TRANSLATE} alone
 * @param domain the points at which formulas are evaluated; null where the series are columns of a
 *     dataset
 * @param window the points a net sees at once
 */
public record SequenceDefinition(
        Task task, Source input, @Nullable Source target, @Nullable Domain domain, int window) {

    public SequenceDefinition {
        Rules rules = new Rules();
        boolean translates = task == Task.TRANSLATE;
        rules.that(!translates || target != null, "target", Rule.REQUIRED);
        rules.that(
                translates || target == null,
                "target",
                Rule.NOT_ALLOWED,
                Reason.ONLY_TRANSLATE_HAS_TARGET);
        boolean formula = input instanceof Source.Formula;
        rules.that(
                target == null || formula == target instanceof Source.Formula,
                "target",
                Rule.NOT_ALLOWED,
                Reason.MIXED_SOURCES);
        rules.that(!formula || domain != null, "domain", Rule.REQUIRED);
        rules.that(formula || domain == null, "domain", Rule.NOT_ALLOWED, Reason.ROWS_ARE_POINTS);
        rules.that(window >= 1, "window", Rule.AT_LEAST, 1);
        if (domain != null) {
            rules.that(window < domain.points(), "window", Rule.LESS_THAN, domain.points());
        }
        rules.check();
    }
}
