package dev.wavetrain.runs.filter;

import dev.wavetrain.common.Reason;
import dev.wavetrain.runs.filter.grammar.RunFilterLexer;
import dev.wavetrain.runs.filter.grammar.RunFilterParser.AmongContext;
import dev.wavetrain.runs.filter.grammar.RunFilterParser.ComparisonContext;
import dev.wavetrain.runs.filter.grammar.RunFilterParser.ConjunctionContext;
import dev.wavetrain.runs.filter.grammar.RunFilterParser.EmptinessContext;
import dev.wavetrain.runs.filter.grammar.RunFilterParser.ExpressionContext;
import dev.wavetrain.runs.filter.grammar.RunFilterParser.FilterContext;
import dev.wavetrain.runs.filter.grammar.RunFilterParser.TermContext;
import dev.wavetrain.runs.filter.grammar.RunFilterParser.TextContext;
import dev.wavetrain.runs.filter.grammar.RunFilterParser.ValueContext;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.antlr.v4.runtime.Token;

/** From what was parsed to conditions that make sense. */
final class FilterReader {

    private final FilterValues values;

    FilterReader(Instant now) {
        values = new FilterValues(now);
    }

    Filter read(FilterContext filter) {
        return filter.expression() == null
                ? new Filter.All(List.of())
                : expression(filter.expression());
    }

    private Filter expression(ExpressionContext expression) {
        List<Filter> parts = expression.conjunction().stream().map(this::conjunction).toList();
        return parts.size() == 1 ? parts.getFirst() : new Filter.Any(parts);
    }

    private Filter conjunction(ConjunctionContext conjunction) {
        List<Filter> parts = conjunction.term().stream().map(this::term).toList();
        return parts.size() == 1 ? parts.getFirst() : new Filter.All(parts);
    }

    private Filter term(TermContext term) {
        Filter inner;
        if (term.group() != null) {
            inner = expression(term.group().expression());
        } else if (term.among() != null) {
            inner = among(term.among());
        } else if (term.emptiness() != null) {
            inner = emptiness(term.emptiness());
        } else if (term.comparison() != null) {
            inner = comparison(term.comparison());
        } else {
            inner = text(term.text());
        }
        return not(term.NOT().size() % 2 == 1, inner);
    }

    private static Filter not(boolean really, Filter inner) {
        return really ? new Filter.Not(inner) : inner;
    }

    private static Filter text(TextContext text) {
        Token token = text.getStart();
        return token.getType() == RunFilterLexer.STRING
                ? new Filter.Occurs(Written.of(token).text())
                : new Filter.Word(token.getText());
    }

    private Filter emptiness(EmptinessContext emptiness) {
        FilterField field = field(emptiness.WORD().getSymbol());
        return not(emptiness.NOT() != null, new Filter.Empty(field));
    }

    private Filter among(AmongContext among) {
        FilterField field = field(among.WORD().getSymbol());
        List<Written> written = among.value().stream().map(FilterReader::written).toList();
        Function<Written, Filter> equal = value -> values.compare(field, Operator.EQUAL, value);
        List<Filter> each = written.stream().map(equal).toList();
        return not(among.NOT() != null, together(field, each));
    }

    /** One condition for words, which a database looks up at once. */
    private static Filter together(FilterField field, List<Filter> each) {
        List<String> words =
                each.stream()
                        .filter(Filter.OneOf.class::isInstance)
                        .flatMap(one -> ((Filter.OneOf) one).values().stream())
                        .toList();
        return words.isEmpty() ? new Filter.Any(each) : new Filter.OneOf(field, words);
    }

    private Filter comparison(ComparisonContext comparison) {
        Token name = comparison.WORD().getSymbol();
        FilterField field = field(name);
        boolean negated = comparison.NOT() != null;
        Token sign = negated ? comparison.CONTAINS().getSymbol() : comparison.operator().getStart();
        Operator operator = Operator.of(sign.getText());
        if (operator == null || !allowed(field, operator)) {
            throw FilterError.at(
                    sign, Reason.OPERATOR_DOES_NOT_FIT.of(sign.getText(), name.getText()));
        }
        Written value = written(comparison.value());
        return operator == Operator.UNEQUAL
                ? new Filter.Not(values.compare(field, Operator.EQUAL, value))
                : not(negated, values.compare(field, operator, value));
    }

    /** More than is offered: a time can be a day, a whole definition's part only be there. */
    private static boolean allowed(FilterField field, Operator operator) {
        return field.operators().contains(operator)
                || field.kind() == FilterField.Kind.TIME && operator != Operator.CONTAINS;
    }

    private static Written written(ValueContext value) {
        return Written.of(value.getStart());
    }

    private static FilterField field(Token name) {
        String written = name.getText();
        return FilterFields.find(written)
                .orElseThrow(() -> {
                    String repeated = FilterError.shortened(written);
                    return FilterError.at(
                            name,
                            FilterFields.nearest(written)
                                    .map(near -> Reason.NO_FIELD_BUT.of(repeated, near))
                                    .orElseGet(() -> Reason.NO_FIELD.of(repeated)));
                });
    }
}
