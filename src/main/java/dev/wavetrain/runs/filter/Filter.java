package dev.wavetrain.runs.filter;

import java.time.Instant;
import java.util.List;

/**
 * A checked condition on runs. A run that has no value for a field fulfils no comparison with it,
 * and so the {@link Not} of each.
 */
public sealed interface Filter {

    /** Each of them; all runs where there is none. */
    record All(List<Filter> parts) implements Filter {

        public All {
            parts = List.copyOf(parts);
        }
    }

    /** One of them at least. */
    record Any(List<Filter> parts) implements Filter {

        public Any {
            parts = List.copyOf(parts);
        }
    }

    record Not(Filter part) implements Filter {}

    /** A word of a search, as it was always written: {@code damped}, {@code tag:x}, {@code -x}. */
    record Word(String text) implements Filter {}

    /** A text that occurs in what people call a run: name, tags, notes, owner, state. */
    record Occurs(String text) implements Filter {}

    /** Never {@link Operator#UNEQUAL} or {@link Operator#CONTAINS}. */
    record Number(FilterField field, Operator operator, double value) implements Filter {}

    /** As {@link Number}. */
    record Moment(FilterField field, Operator operator, Instant value) implements Filter {}

    /** The whole value is one of these, whatever its case. */
    record OneOf(FilterField field, List<String> values) implements Filter {

        public OneOf {
            values = List.copyOf(values);
        }
    }

    /** The value, or one of several, has this in it, whatever its case. */
    record Contains(FilterField field, String part) implements Filter {}

    record Flag(FilterField field) implements Filter {}

    record Empty(FilterField field) implements Filter {}
}
