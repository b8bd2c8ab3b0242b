package dev.wavetrain.sequence;

import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.Rule;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * Recursive descent over
 *
 * <pre>
 * sum     = product { ("+" | "-") product }
 * product = unary { ("*" | "/") unary }
 * unary   = ("+" | "-") unary | power
 * power   = atom [ "^" unary ]              right-associative, binds tighter than a sign before it
 * atom    = number | "x" | "pi" | "e" | function "(" sum { "," sum } ")" | "(" sum ")"
 * </pre>
 */
final class ExpressionParser {

    /** Deeper nesting than anyone writes, far below what the stack holds. */
    private static final int MOST_DEPTH = 100;

    private static final Map<String, Double> CONSTANTS = Map.of("pi", Math.PI, "e", Math.E);
    private static final Map<String, DoubleUnaryOperator> UNARY =
            Map.of(
                    "sin", Math::sin,
                    "cos", Math::cos,
                    "tan", Math::tan,
                    "exp", Math::exp,
                    "log", Math::log,
                    "sqrt", Math::sqrt,
                    "abs", Math::abs);
    private static final Map<String, DoubleBinaryOperator> BINARY =
            Map.of("pow", Math::pow, "min", Math::min, "max", Math::max);

    private final String field;
    private final String text;
    private int position;
    private int depth;
    private boolean constant = true;

    ExpressionParser(String field, String text) {
        this.field = field;
        this.text = text;
    }

    Expression parse() {
        if (text.length() > Expression.MOST_CHARACTERS) {
            throw new InvalidValue(
                    new FieldError(field, Rule.TOO_LONG, Expression.MOST_CHARACTERS));
        }
        if (text.isBlank()) {
            throw new InvalidValue(new FieldError(field, Rule.REQUIRED));
        }
        DoubleUnaryOperator root = sum();
        if (position < text.length()) {
            throw unexpected();
        }
        return new Expression(text, root, constant);
    }

    private DoubleUnaryOperator sum() {
        DoubleUnaryOperator left = product();
        while (true) {
            if (took('+')) {
                left = combine(Double::sum, left, product());
            } else if (took('-')) {
                left = combine((a, b) -> a - b, left, product());
            } else {
                return left;
            }
        }
    }

    private DoubleUnaryOperator product() {
        DoubleUnaryOperator left = unary();
        while (true) {
            if (took('*')) {
                left = combine((a, b) -> a * b, left, unary());
            } else if (took('/')) {
                left = combine((a, b) -> a / b, left, unary());
            } else {
                return left;
            }
        }
    }

    private DoubleUnaryOperator unary() {
        deeper();
        DoubleUnaryOperator result;
        if (took('-')) {
            DoubleUnaryOperator operand = unary();
            result = x -> -operand.applyAsDouble(x);
        } else if (took('+')) {
            result = unary();
        } else {
            result = power();
        }
        depth--;
        return result;
    }

    private DoubleUnaryOperator power() {
        DoubleUnaryOperator base = atom();
        return took('^') ? combine(Math::pow, base, unary()) : base;
    }

    private DoubleUnaryOperator atom() {
        skipSpace();
        if (position == text.length()) {
            throw wrong("a number, x or a function is missing at the end");
        }
        char next = text.charAt(position);
        if (took('(')) {
            DoubleUnaryOperator inner = sum();
            expect(')');
            return inner;
        }
        if (isDigit(next) || next == '.') {
            double value = number();
            return x -> value;
        }
        if (isLetter(next)) {
            return named();
        }
        throw unexpected();
    }

    private DoubleUnaryOperator named() {
        int start = position;
        while (position < text.length()
                && (isLetter(text.charAt(position)) || isDigit(text.charAt(position)))) {
            position++;
        }
        String name = text.substring(start, position);
        if (name.equals("x")) {
            constant = false;
            return x -> x;
        }
        Double value = CONSTANTS.get(name);
        if (value != null) {
            return x -> value;
        }
        DoubleUnaryOperator unary = UNARY.get(name);
        if (unary != null) {
            expect('(');
            DoubleUnaryOperator argument = sum();
            expect(')');
            return x -> unary.applyAsDouble(argument.applyAsDouble(x));
        }
        DoubleBinaryOperator binary = BINARY.get(name);
        if (binary != null) {
            expect('(');
            DoubleUnaryOperator first = sum();
            expect(',');
            DoubleUnaryOperator second = sum();
            expect(')');
            return combine(binary, first, second);
        }
        position = start;
        throw wrong("'" + name + "' is not known");
    }

    private double number() {
        int start = position;
        skipDigits();
        if (position < text.length() && text.charAt(position) == '.') {
            position++;
            skipDigits();
        }
        skipExponent();
        try {
            return Double.parseDouble(text.substring(start, position));
        } catch (NumberFormatException _) {
            position = start;
            throw wrong("a number is not complete");
        }
    }

    /** Takes {@code e5} or {@code e-5} after a number; leaves {@code 2*e} and {@code 2e} alone. */
    private void skipExponent() {
        int start = position;
        if (position < text.length() && Character.toLowerCase(text.charAt(position)) == 'e') {
            position++;
            if (position < text.length() && "+-".indexOf(text.charAt(position)) >= 0) {
                position++;
            }
            int digits = position;
            skipDigits();
            if (position == digits) {
                position = start;
            }
        }
    }

    private void skipDigits() {
        while (position < text.length() && isDigit(text.charAt(position))) {
            position++;
        }
    }

    private static DoubleUnaryOperator combine(
            DoubleBinaryOperator operator, DoubleUnaryOperator left, DoubleUnaryOperator right) {
        return x -> operator.applyAsDouble(left.applyAsDouble(x), right.applyAsDouble(x));
    }

    private boolean took(char wanted) {
        skipSpace();
        if (position < text.length() && text.charAt(position) == wanted) {
            position++;
            return true;
        }
        return false;
    }

    private void expect(char wanted) {
        if (!took(wanted)) {
            throw wrong("'" + wanted + "' is missing");
        }
    }

    private void skipSpace() {
        while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
    }

    private void deeper() {
        if (++depth > MOST_DEPTH) {
            throw wrong("it is nested too deeply");
        }
    }

    private InvalidValue wrong(String reason) {
        return new InvalidValue(new FieldError(field, Rule.SYNTAX, position + 1, reason));
    }

    private InvalidValue unexpected() {
        return wrong("'" + Character.toString(text.codePointAt(position)) + "' is not expected");
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }
}
