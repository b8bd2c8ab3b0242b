package dev.wavetrain.runs.filter;

import dev.wavetrain.runs.filter.grammar.RunFilterLexer;
import org.antlr.v4.runtime.Token;

/**
 * A value as it stands in a filter.
 *
 * @param text without quotes
 */
record Written(Token token, String text) {

    static Written of(Token token) {
        String text = token.getText();
        if (token.getType() != RunFilterLexer.STRING) {
            return new Written(token, text);
        }
        String inner = text.substring(1, text.length() - 1);
        return new Written(
                token, text.startsWith("\"") ? inner.replaceAll("(?s)\\\\(.)", "$1") : inner);
    }

    /** A text as a value that means it, quoted where it has to be. */
    static String quoted(String text) {
        boolean plain = text.matches("[\\p{L}\\p{N}_.:+/-]+") && !text.startsWith("-");
        return plain && !isKeyword(text)
                ? text
                : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static boolean isKeyword(String text) {
        return text.matches("(?i)and|or|not|in|is|empty|contains");
    }
}
