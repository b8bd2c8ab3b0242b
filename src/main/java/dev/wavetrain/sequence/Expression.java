package dev.wavetrain.sequence;

import java.util.function.DoubleUnaryOperator;

/**
 * A formula in {@code x}: numbers, {@code pi}, {@code e}, + - * / ^, parentheses, and sin cos tan
 * exp log sqrt abs pow min max. It is parsed into a tree of operators, never run as code.
 *
 * @param text the formula as it was written
 */
public record Expression(String text, DoubleUnaryOperator function, boolean constant) {

    /** The longest formula accepted, in characters. */
    public static final int MOST_CHARACTERS = 1_000;

    /**
     * @param field what an error is reported at
     * @throws dev.wavetrain.common.InvalidValue where the text is no formula, with the place and
     *     the reason
     */
    public static Expression parse(String field, String text) {
        return new ExpressionParser(field, text).parse();
    }

    /** The value at {@code x}; NaN or infinite where the formula has none. */
    public double at(double x) {
        return function.applyAsDouble(x);
    }
}
