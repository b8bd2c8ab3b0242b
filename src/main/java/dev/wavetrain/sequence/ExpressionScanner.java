package dev.wavetrain.sequence;

import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.Reason;
import dev.wavetrain.common.Rule;
import java.util.function.Predicate;

/** Reads a formula's text from left to right: signs, names and numbers, spaces between them. */
final class ExpressionScanner {

    private final String field;
    private final String text;
    private int position;

    ExpressionScanner(String field, String text) {
        this.field = field;
        this.text = text;
    }

    boolean took(char wanted) {
        skipSpace();
        if (at(c -> c == wanted)) {
            position++;
            return true;
        }
        return false;
    }

    void expect(char wanted) {
        if (!took(wanted)) {
            throw wrong(Reason.MISSING.of(String.valueOf(wanted)));
        }
    }

    boolean atEnd() {
        skipSpace();
        return position == text.length();
    }

    boolean atNumber() {
        skipSpace();
        return at(c -> isDigit(c) || c == '.');
    }

    boolean atName() {
        skipSpace();
        return at(ExpressionScanner::isLetter);
    }

    String name() {
        int start = position;
        while (at(c -> isLetter(c) || isDigit(c))) {
            position++;
        }
        return text.substring(start, position);
    }

    double number() {
        int start = position;
        skipDigits();
        if (at(c -> c == '.')) {
            position++;
            skipDigits();
        }
        skipExponent();
        try {
            return Double.parseDouble(text.substring(start, position));
        } catch (NumberFormatException _) {
            position = start;
            throw wrong(Reason.INCOMPLETE_NUMBER.of());
        }
    }

    /** Goes back to the start of what was read last, so that an error points at it. */
    void back(int characters) {
        position -= characters;
    }

    InvalidValue unexpected() {
        return wrong(Reason.NOT_EXPECTED.of(Character.toString(text.codePointAt(position))));
    }

    /** An error at the place reached, counted from 1. */
    InvalidValue wrong(Reason.Named reason) {
        return new InvalidValue(new FieldError(field, Rule.SYNTAX, position + 1, reason));
    }

    /** Takes {@code e5} or {@code e-5} after a number; leaves {@code 2*e} and {@code 2e} alone. */
    private void skipExponent() {
        int start = position;
        if (at(c -> c == 'e' || c == 'E')) {
            position++;
            if (at(c -> c == '+' || c == '-')) {
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
        while (at(ExpressionScanner::isDigit)) {
            position++;
        }
    }

    private void skipSpace() {
        while (at(Character::isWhitespace)) {
            position++;
        }
    }

    private boolean at(Predicate<Character> kind) {
        return position < text.length() && kind.test(text.charAt(position));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }
}
