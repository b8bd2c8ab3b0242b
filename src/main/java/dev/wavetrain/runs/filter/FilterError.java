package dev.wavetrain.runs.filter;

import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.Reason;
import dev.wavetrain.common.Rule;
import dev.wavetrain.common.Shortened;
import org.antlr.v4.runtime.Token;

/** What is wrong with a filter, and at which character. */
final class FilterError {

    /** What requests call the filter. */
    static final String FIELD = "query";

    private static final int LONGEST_REPEATED = 31;

    private FilterError() {}

    static InvalidValue at(Token token, Reason.Named reason) {
        return at(token.getStartIndex(), reason);
    }

    /**
     * @param offset in characters, from 0
     */
    static InvalidValue at(int offset, Reason.Named reason) {
        return new InvalidValue(new FieldError(FIELD, Rule.SYNTAX, offset + 1, reason));
    }

    static InvalidValue notExpected(Token token) {
        return at(token, Reason.NOT_EXPECTED.of(shortened(token.getText())));
    }

    static String shortened(String text) {
        return Shortened.of(text, LONGEST_REPEATED);
    }
}
