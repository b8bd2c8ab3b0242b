package dev.wavetrain.runs.filter;

import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.Reason;
import dev.wavetrain.common.Rule;
import dev.wavetrain.runs.filter.grammar.RunFilterLexer;
import dev.wavetrain.runs.filter.grammar.RunFilterParser;
import java.time.Instant;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Reads filters. The grammar is {@code RunFilter.g4}; what it takes is bounded before it is parsed,
 * so that no input is slow or deep.
 */
public final class FilterParser {

    public static final int LONGEST = 2_000;

    private static final int MOST_DEPTH = 30;
    private static final int MOST_CONDITIONS = 60;

    private FilterParser() {}

    /**
     * @param now what relative times count from
     * @throws InvalidValue at {@code query}: {@link Rule#SYNTAX} with the character, from 1, and
     *     the reason
     */
    public static Filter parse(String text, Instant now) {
        if (text.length() > LONGEST) {
            throw new InvalidValue(new FieldError(FilterError.FIELD, Rule.TOO_LONG, LONGEST));
        }
        RunFilterLexer lexer = new RunFilterLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        tokens.fill();
        int open = check(tokens);
        RunFilterParser parser = new RunFilterParser(tokens);
        parser.removeErrorListeners();
        parser.addErrorListener(new Refusal(open));
        return new FilterReader(now).read(parser.filter());
    }

    /** How many parentheses are left open. */
    private static int check(CommonTokenStream tokens) {
        int depth = 0;
        int conditions = 0;
        for (Token token : tokens.getTokens()) {
            switch (token.getType()) {
                case RunFilterLexer.LEFT -> depth++;
                case RunFilterLexer.RIGHT -> depth--;
                case RunFilterLexer.WORD, RunFilterLexer.STRING -> conditions++;
                case RunFilterLexer.UNCLOSED ->
                        throw FilterError.at(token, Reason.UNCLOSED_QUOTE.of());
                case RunFilterLexer.OTHER -> throw FilterError.notExpected(token);
                default -> {
                    // No limit concerns it.
                }
            }
            if (depth < 0 || token.getText().chars().anyMatch(Character::isISOControl)) {
                throw FilterError.notExpected(token);
            }
            if (depth > MOST_DEPTH) {
                throw FilterError.at(token, Reason.TOO_DEEP.of());
            }
            if (conditions > 2 * MOST_CONDITIONS) {
                throw FilterError.at(token, Reason.TOO_MANY_CONDITIONS.of(MOST_CONDITIONS));
            }
        }
        return depth;
    }

    /** Stops at the first thing that is wrong, and says it in words for whoever wrote it. */
    private static final class Refusal extends BaseErrorListener {

        private final int open;

        private Refusal(int open) {
            this.open = open;
        }

        @Override
        public void syntaxError(
                Recognizer<?, ?> recognizer,
                Object symbol,
                int line,
                int column,
                String message,
                @Nullable RecognitionException cause) {
            Token token =
                    cause != null && cause.getOffendingToken() != null
                            ? cause.getOffendingToken()
                            : (Token) symbol;
            if (token.getType() != Token.EOF) {
                throw FilterError.notExpected(token);
            }
            Token before = ((Parser) recognizer).getTokenStream().LT(-1);
            boolean complete = before != null && endsTerm(before);
            throw FilterError.at(
                    token,
                    complete && open > 0
                            ? Reason.MISSING.of(")")
                            : Reason.ENDS_TOO_SOON.of(
                                    before == null ? "" : FilterError.shortened(before.getText())));
        }

        private static boolean endsTerm(Token token) {
            return switch (token.getType()) {
                case RunFilterLexer.WORD,
                        RunFilterLexer.STRING,
                        RunFilterLexer.RIGHT,
                        RunFilterLexer.EMPTY ->
                        true;
                default -> false;
            };
        }
    }
}
