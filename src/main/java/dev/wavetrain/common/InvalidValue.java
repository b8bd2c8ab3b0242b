package dev.wavetrain.common;

import java.util.List;
import java.util.stream.Collectors;

/** A value that cannot exist: names each field and the rule it breaks. */
public class InvalidValue extends IllegalArgumentException {

    private final List<FieldError> errors;

    public InvalidValue(List<FieldError> errors) {
        super(
                errors.stream()
                        .map(error -> error.field() + " " + error.message())
                        .collect(Collectors.joining("; ")));
        this.errors = List.copyOf(errors);
    }

    public InvalidValue(FieldError... errors) {
        this(List.of(errors));
    }

    /** All that is wrong, in the order it was found; never empty. */
    public List<FieldError> errors() {
        return errors;
    }
}
