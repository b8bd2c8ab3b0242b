package dev.wavetrain.runs.filter;

import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.runs.filter.grammar.RunFilterLexer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Puts {@code FIELD = VALUE} into filters, and finds it there, for controls that stand beside the
 * text. Only what all runs have to fulfil counts: not what stands in parentheses or beside an "or".
 */
public final class FilterClause {

    private static final int LENGTH = 3;

    private final String name;

    /**
     * @param name a field's
     */
    public FilterClause(String name) {
        this.name = name;
    }

    /** The value that the field has to have by the filter. */
    public Optional<String> in(String filter) {
        List<? extends Token> tokens = tokens(filter);
        int at = find(tokens);
        return at < 0 ? Optional.empty() : Optional.of(Written.of(tokens.get(at + 2)).text());
    }

    /**
     * The filter with another value.
     *
     * @param value null for none
     */
    public String put(String filter, @Nullable String value) {
        String rest = without(filter);
        return value == null ? rest : and(rest, equal(value));
    }

    /** The filter with one more value, for a field that may have several. */
    public String add(String filter, String value) {
        return and(filter.strip(), equal(value));
    }

    /** The filter of those of its runs where the field has no value. */
    public String addEmpty(String filter) {
        return and(filter.strip(), name + " is empty");
    }

    private String equal(String value) {
        return name + " = " + Written.quoted(value);
    }

    private static String and(String filter, String clause) {
        if (filter.isEmpty()) {
            return clause;
        }
        return (isWhole(filter) ? filter : "(" + filter + ")") + " and " + clause;
    }

    private String without(String filter) {
        List<? extends Token> tokens = tokens(filter);
        int at = find(tokens);
        if (at < 0) {
            return filter.strip();
        }
        List<Token> kept = new ArrayList<>(tokens);
        kept.subList(at, at + LENGTH).clear();
        if (at > 0 && kept.get(at - 1).getType() == RunFilterLexer.AND) {
            kept.remove(at - 1);
        } else if (at < kept.size() && kept.get(at).getType() == RunFilterLexer.AND) {
            kept.remove(at);
        }
        return joined(kept);
    }

    /** With the spaces that stood between them. */
    private static String joined(List<Token> tokens) {
        StringBuilder text = new StringBuilder();
        int last = -1;
        for (Token token : tokens) {
            if (last >= 0 && token.getStartIndex() > last + 1) {
                text.append(' ');
            }
            text.append(token.getText());
            last = token.getStopIndex();
        }
        return text.toString();
    }

    /** Whether it can be followed by "and" as it is: every "or" stands in parentheses. */
    private static boolean isWhole(String filter) {
        try {
            return !(FilterParser.parse(filter, Instant.EPOCH) instanceof Filter.Any);
        } catch (InvalidValue _) {
            return tokens(filter).stream().noneMatch(each -> each.getType() == RunFilterLexer.OR);
        }
    }

    private int find(List<? extends Token> tokens) {
        int depth = 0;
        int found = -1;
        for (int i = 0; i < tokens.size(); i++) {
            int type = tokens.get(i).getType();
            depth += type == RunFilterLexer.LEFT ? 1 : type == RunFilterLexer.RIGHT ? -1 : 0;
            if (depth == 0 && type == RunFilterLexer.OR) {
                return -1;
            }
            if (depth == 0 && isClause(tokens, i)) {
                found = i;
            }
        }
        return found;
    }

    private boolean isClause(List<? extends Token> tokens, int at) {
        if (at + LENGTH > tokens.size()) {
            return false;
        }
        int before = at == 0 ? RunFilterLexer.AND : tokens.get(at - 1).getType();
        int value = tokens.get(at + 2).getType();
        return before != RunFilterLexer.NOT
                && FilterFields.find(tokens.get(at).getText()).equals(FilterFields.find(name))
                && tokens.get(at + 1).getType() == RunFilterLexer.EQ
                && (value == RunFilterLexer.WORD || value == RunFilterLexer.STRING);
    }

    private static List<? extends Token> tokens(String filter) {
        RunFilterLexer lexer = new RunFilterLexer(CharStreams.fromString(filter));
        lexer.removeErrorListeners();
        return lexer.getAllTokens();
    }
}
