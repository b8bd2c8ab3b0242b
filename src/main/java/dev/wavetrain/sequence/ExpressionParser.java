package dev.wavetrain.sequence;

import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.Reason;
import dev.wavetrain.common.Rule;
import dev.wavetrain.common.Shortened;
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

    private static final int LONGEST_REPEATED = 21;

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
    private final ExpressionScanner scanner;
    private int depth;
    private boolean constant = true;

    ExpressionParser(String field, String text) {
        this.field = field;
        this.text = text;
        this.scanner = new ExpressionScanner(field, text);
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
        if (!scanner.atEnd()) {
            throw scanner.unexpected();
        }
        return new Expression(text, root, constant);
    }

    private DoubleUnaryOperator sum() {
        DoubleUnaryOperator left = product();
        while (true) {
            if (scanner.took('+')) {
                left = combine(Double::sum, left, product());
            } else if (scanner.took('-')) {
                left = combine((a, b) -> a - b, left, product());
            } else {
                return left;
            }
        }
    }

    private DoubleUnaryOperator product() {
        DoubleUnaryOperator left = unary();
        while (true) {
            if (scanner.took('*')) {
                left = combine((a, b) -> a * b, left, unary());
            } else if (scanner.took('/')) {
                left = combine((a, b) -> a / b, left, unary());
            } else {
                return left;
            }
        }
    }

    private DoubleUnaryOperator unary() {
        deeper();
        DoubleUnaryOperator result;
        if (scanner.took('-')) {
            DoubleUnaryOperator operand = unary();
            result = x -> -operand.applyAsDouble(x);
        } else if (scanner.took('+')) {
            result = unary();
        } else {
            result = power();
        }
        depth--;
        return result;
    }

    private DoubleUnaryOperator power() {
        DoubleUnaryOperator base = atom();
        return scanner.took('^') ? combine(Math::pow, base, unary()) : base;
    }

    private DoubleUnaryOperator atom() {
        if (scanner.atEnd()) {
            throw scanner.wrong(Reason.NOTHING_AT_END.of());
        }
        if (scanner.took('(')) {
            DoubleUnaryOperator inner = sum();
            scanner.expect(')');
            return inner;
        }
        if (scanner.atNumber()) {
            double value = scanner.number();
            return x -> value;
        }
        if (scanner.atName()) {
            return named(scanner.name());
        }
        throw scanner.unexpected();
    }

    private DoubleUnaryOperator named(String name) {
        if (name.equals("x")) {
            constant = false;
            return x -> x;
        }
        if (CONSTANTS.containsKey(name)) {
            double value = CONSTANTS.get(name);
            return x -> value;
        }
        DoubleUnaryOperator unary = UNARY.get(name);
        if (unary != null) {
            scanner.expect('(');
            DoubleUnaryOperator argument = sum();
            scanner.expect(')');
            return x -> unary.applyAsDouble(argument.applyAsDouble(x));
        }
        DoubleBinaryOperator binary = BINARY.get(name);
        if (binary != null) {
            scanner.expect('(');
            DoubleUnaryOperator first = sum();
            scanner.expect(',');
            DoubleUnaryOperator second = sum();
            scanner.expect(')');
            return combine(binary, first, second);
        }
        scanner.back(name.length());
        throw scanner.wrong(Reason.NOT_KNOWN.of(shortened(name)));
    }

    /** A made-up name can be as long as the formula: the answer need not repeat all of it. */
    private static String shortened(String name) {
        return Shortened.of(name, LONGEST_REPEATED);
    }

    private static DoubleUnaryOperator combine(
            DoubleBinaryOperator operator, DoubleUnaryOperator left, DoubleUnaryOperator right) {
        return x -> operator.applyAsDouble(left.applyAsDouble(x), right.applyAsDouble(x));
    }

    private void deeper() {
        if (++depth > MOST_DEPTH) {
            throw scanner.wrong(Reason.TOO_DEEP.of());
        }
    }
}
