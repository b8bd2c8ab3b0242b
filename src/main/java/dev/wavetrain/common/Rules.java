package dev.wavetrain.common;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong with a value, so that all of it is said at once. For the compact
 * constructors of records: {@code new Rules().atLeast("epochs", epochs, 1).check()}.
 */
public final class Rules {

    private final List<FieldError> errors = new ArrayList<>();

    public Rules that(boolean holds, String field, Rule rule, Object... arguments) {
        if (!holds) {
            errors.add(new FieldError(field, rule, arguments));
        }
        return this;
    }

    public Rules required(String field, @Nullable Object value) {
        return that(value != null, field, Rule.REQUIRED);
    }

    public Rules between(String field, long value, long least, long most) {
        return that(value >= least, field, Rule.AT_LEAST, least)
                .that(value <= most, field, Rule.AT_MOST, most);
    }

    /** A finite number in [least, most). */
    public Rules inside(String field, double value, double least, double below) {
        if (!Double.isFinite(value)) {
            return that(false, field, Rule.FINITE);
        }
        return that(value >= least, field, Rule.AT_LEAST, least)
                .that(value < below, field, Rule.LESS_THAN, below);
    }

    /** A finite number greater than {@code bound}. */
    public Rules above(String field, double value, double bound) {
        if (!Double.isFinite(value)) {
            return that(false, field, Rule.FINITE);
        }
        return that(value > bound, field, Rule.GREATER_THAN, bound);
    }

    /** One line that people read: there, and without control characters. */
    public Rules line(String field, String value, int longest) {
        return that(!value.isBlank(), field, Rule.REQUIRED)
                .that(value.length() <= longest, field, Rule.TOO_LONG, longest)
                .plain(field, value.chars());
    }

    /** Lines that people read, perhaps none: control characters but line ends and tabs are out. */
    public Rules text(String field, String value, int longest) {
        return that(value.length() <= longest, field, Rule.TOO_LONG, longest)
                .plain(field, value.chars().filter(c -> c != '\n' && c != '\r' && c != '\t'));
    }

    /** Some databases refuse them, and no page shows them. */
    private Rules plain(String field, IntStream characters) {
        return that(
                characters.noneMatch(Character::isISOControl),
                field,
                Rule.NOT_ALLOWED,
                Reason.CONTROL_CHARACTERS);
    }

    /** Throws what was collected, if anything was. */
    public void check() {
        if (!errors.isEmpty()) {
            throw new InvalidValue(errors);
        }
    }
}
