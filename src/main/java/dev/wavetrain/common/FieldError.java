package dev.wavetrain.common;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field that breaks a rule.
 *
 * @param field the path of the field from the root of what was sent, such as {@code
 *     training.batchSize}
 * @param arguments what the rule's message names: numbers or short words
 */
public record FieldError(String field, Rule rule, List<Object> arguments) {

    public FieldError {
        arguments = List.copyOf(arguments);
    }

    public FieldError(String field, Rule rule, Object... arguments) {
        this(field, rule, List.of(arguments));
    }

    /** The same error seen from one level further out. */
    public FieldError under(String parent) {
        return new FieldError(field.isEmpty() ? parent : parent + "." + field, rule, arguments);
    }

    /** Of a syntax error, at which of the text's characters it is, from 1; else null. */
    public @Nullable Integer position() {
        return rule == Rule.SYNTAX && arguments.getFirst() instanceof Integer place ? place : null;
    }

    /** The message in English. */
    public String message() {
        return rule.message(arguments);
    }
}
