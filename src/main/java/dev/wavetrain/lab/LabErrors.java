package dev.wavetrain.lab;

import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;

/** What is wrong with data, said where the lab asks for them. */
final class LabErrors {

    private static final String ELSEWHERE = "sequence";

    private LabErrors() {}

    /** With {@code data} in the place of {@code sequence}. */
    static InvalidValue ofData(InvalidValue e) {
        return new InvalidValue(e.errors().stream().map(LabErrors::moved).toList());
    }

    private static FieldError moved(FieldError error) {
        return error.field().equals(ELSEWHERE) || error.field().startsWith(ELSEWHERE + ".")
                ? new FieldError(
                        "data" + error.field().substring(ELSEWHERE.length()),
                        error.rule(),
                        error.arguments())
                : error;
    }
}
