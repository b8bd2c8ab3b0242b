package dev.wavetrain.data.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.wavetrain.data.ColumnFacts;
import dev.wavetrain.data.ColumnType;
import dev.wavetrain.data.Dataset;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Card;
import dev.wavetrain.shell.parts.Isolated;
import dev.wavetrain.shell.parts.SimpleTable;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What is known of each column. */
final class ColumnTable extends Card {

    private static final String NOTHING = "–";

    private final transient Texts texts;

    ColumnTable(Dataset dataset, Texts texts) {
        super(texts.get("data.facts"));
        this.texts = texts;
        SimpleTable table =
                new SimpleTable(
                        texts.get("data.facts"),
                        List.of(
                                texts.get("data.fact.column"),
                                texts.get("data.fact.type"),
                                texts.get("data.fact.missing"),
                                texts.get("data.fact.min"),
                                texts.get("data.fact.max"),
                                texts.get("data.fact.mean"),
                                texts.get("data.fact.deviation"),
                                texts.get("data.fact.first"),
                                texts.get("data.fact.last")));
        table.addClassName("wt-data-facts");
        dataset.columns().forEach(column -> table.row(cells(column)));
        add(table);
    }

    private Component[] cells(ColumnFacts column) {
        Span name = new Isolated(column.name());
        name.addClassName("wt-person-name");
        return new Component[] {
            name,
            type(column),
            number(texts.count(column.missing())),
            number(column, ColumnFacts.Numbers::least),
            number(column, ColumnFacts.Numbers::greatest),
            number(column, ColumnFacts.Numbers::mean),
            number(column, ColumnFacts.Numbers::deviation),
            value(column.first()),
            value(column.last())
        };
    }

    private Component type(ColumnFacts column) {
        Span type = new Span(texts.nameOf("data.type", column.type()));
        type.addClassName("wt-chip");
        if (column.type() == ColumnType.NUMBER) {
            type.addClassName("wt-data-number");
        }
        ColumnFacts.Odd odd = column.odd();
        if (odd == null) {
            return type;
        }
        Span why = new Span(texts.get("data.odd", odd.line(), odd.value()));
        why.addClassName("wt-muted");
        why.getElement().setAttribute("dir", "auto");
        Div both = new Div(type, why);
        both.addClassName("wt-data-odd");
        return both;
    }

    private Span number(ColumnFacts column, ToDoubleFunction<ColumnFacts.Numbers> which) {
        ColumnFacts.Numbers numbers = column.numbers();
        return number(numbers == null ? NOTHING : texts.brief(which.applyAsDouble(numbers)));
    }

    private static Span number(String text) {
        Span span = new Span(text);
        span.addClassName("wt-number");
        return span;
    }

    private static Span value(@org.jspecify.annotations.Nullable String text) {
        Span span = new Isolated(text == null ? NOTHING : text);
        span.addClassName("wt-number");
        span.addClassName("wt-data-value");
        return span;
    }
}
