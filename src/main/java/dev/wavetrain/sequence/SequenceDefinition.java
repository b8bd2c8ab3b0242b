package dev.wavetrain.sequence;

import dev.wavetrain.common.Reason;
import dev.wavetrain.common.Rule;
import dev.wavetrain.common.Rules;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a net is to learn from: one or two series, cut into windows.
 *
 * @param target what the input becomes; for {@link Task#TRANSLATE} alone
 * @param domain the points at which formulas are evaluated; null where the series are columns of a
 *     dataset
 * @param window the points a net sees at once
 * @param scaling how the series are brought to a size that nets learn well from
 */
public record SequenceDefinition(
        Task task,
        Source input,
        @Nullable Source target,
        @Nullable Domain domain,
        int window,
        Scaling scaling) {

    /** One whose series are learned as they are. */
    public SequenceDefinition(
            Task task, Source input, @Nullable Source target, @Nullable Domain domain, int window) {
        this(task, input, target, domain, window, Scaling.NONE);
    }

    /** Whether a series is a column of a data set. */
    public boolean namesData() {
        return input instanceof Source.Column;
    }

    /** The same without the ids of data sets: for those who may not know them. */
    public SequenceDefinition withoutIds() {
        return withDatasets(id -> "-");
    }

    /** The same with other data sets in the places of its own. */
    public SequenceDefinition withDatasets(UnaryOperator<String> other) {
        return new SequenceDefinition(
                task,
                changed(input, other),
                target == null ? null : changed(target, other),
                domain,
                window,
                scaling);
    }

    private static Source changed(Source source, UnaryOperator<String> other) {
        return source instanceof Source.Column column
                ? new Source.Column(
                        other.apply(column.dataset()), column.column(), column.missing())
                : source;
    }

    /** The ids of the data sets that its series are columns of. */
    public List<String> datasets() {
        return Stream.of(input, target)
                .filter(Source.Column.class::isInstance)
                .map(source -> ((Source.Column) source).dataset())
                .distinct()
                .toList();
    }

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
