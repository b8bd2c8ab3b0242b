package dev.wavetrain.common;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;

/**
 * A rule that a field can break. Its English message is here; {@code rule.NAME} in the text bundles
 * says the same in each language, with the same arguments.
 */
public enum Rule {
    REQUIRED("is required"),
    UNKNOWN_FIELD("is not a known field"),
    WRONG_TYPE("must be {0}"),
    ONE_OF("must be one of {0}"),
    AT_LEAST("must be at least {0}"),
    AT_MOST("must be at most {0}"),
    GREATER_THAN("must be greater than {0}"),
    LESS_THAN("must be less than {0}"),
    FINITE("must be a finite number"),
    TOO_SHORT("must have at least {0} characters"),
    TOO_LONG("must have at most {0} characters"),
    TOO_FEW("must have {0} or more entries"),
    TOO_MANY("must have at most {0} entries, and has {1}"),
    EXACTLY("must have {0} entries, and has {1}"),
    REPEATED("must all be different: {0} is there more than once"),
    NOT_ALLOWED("is not allowed here: {0}"),
    SYNTAX("has a syntax error at character {0}: {1}"),
    NOT_FINITE_AT("is not a finite number at x = {0}"),
    OUT_OF_RANGE_AT("is beyond what 32-bit numbers hold at x = {0}"),
    TOO_LARGE("would need {0}, more than the {1} allowed"),
    LEAVES_NOTHING("leaves no sample to {0}"),
    MISSING_VALUES("lacks {0} of {1} values, the first in row {2}: choose how to fill them"),
    NOT_FOUND("does not exist");

    private final String message;

    Rule(String message) {
        this.message = message;
    }

    /** The message in English, with the arguments written plainly (no digit grouping). */
    public String message(List<?> arguments) {
        Object[] texts = arguments.stream().map(String::valueOf).toArray();
        return new MessageFormat(message, Locale.ROOT).format(texts);
    }
}
