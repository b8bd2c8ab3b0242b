package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.compare.ComparedMetric;
import dev.wavetrain.runs.compare.RunComparison;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Card;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What the runs came to, a row each, the best of each column marked; sorted by any column. Rows
 * change in place while runs train, and stay where they are.
 */
final class CompareMetrics extends Card {

    private final CompareAddress address;
    private final CompareLook look;
    private final Texts texts;
    private final CompareWords words;
    private final Consumer<String> sorted;
    private final Div scroll = new Div();
    private final Map<RunId, CompareRow> rows = new LinkedHashMap<>();
    private List<ComparedMetric> columns = List.of();
    private String sort;

    /**
     * @param sorted told of each new order
     */
    CompareMetrics(CompareAddress address, CompareLook look, Texts texts, Consumer<String> sorted) {
        super(texts.get("compare.metrics"));
        this.address = address;
        this.look = look;
        this.texts = texts;
        this.sorted = sorted;
        words = new CompareWords(texts);
        sort = address.sort();
        scroll.addClassNames("wt-scroll", "wt-compare-table");
        scroll.getElement().setAttribute("tabindex", "0");
        scroll.getElement().setAttribute("role", "region");
        scroll.getElement().setAttribute("aria-label", texts.get("compare.metrics"));
        add(scroll);
    }

    void show(RunComparison now) {
        List<ComparedMetric> known = Stream.of(ComparedMetric.values()).filter(now::has).toList();
        if (rows.isEmpty() || !known.equals(columns)) {
            columns = known;
            build(now);
        }
        Map<ComparedMetric, Set<RunId>> best = new EnumMap<>(ComparedMetric.class);
        columns.forEach(metric -> best.put(metric, now.best(metric)));
        for (RunDetails run : now.runs()) {
            CompareRow row = rows.get(run.id());
            if (row != null) {
                row.show(run, best);
            }
        }
    }

    private void build(RunComparison now) {
        NativeTable table = new NativeTable();
        table.addClassName("wt-table");
        NativeTableRow head = table.getHead().addRow();
        head.add(new NativeTableHeaderCell(texts.get("runs.column.NAME")));
        Map<ComparedMetric, NativeTableHeaderCell> heads = new EnumMap<>(ComparedMetric.class);
        for (ComparedMetric metric : columns) {
            NativeButton button = new NativeButton(words.name(metric));
            NativeTableHeaderCell cell = new NativeTableHeaderCell();
            cell.add(button);
            cell.addClassName("wt-number");
            button.addClickListener(click -> {
                sort = sort.equals(metric.key()) ? "-" + metric.key() : metric.key();
                sorted.accept(sort);
                mark(heads);
                ordered(rows.values().stream().map(CompareRow::run).toList())
                        .forEach(run -> table.getBody().add(rows.get(run.id())));
            });
            heads.put(metric, cell);
            head.add(cell);
        }
        mark(heads);
        head.add(new NativeTableHeaderCell(texts.get("compare.verdict")));
        head.add(new NativeTableHeaderCell(texts.get("runs.column.STATE")));
        rows.clear();
        boolean many = now.runs().size() > RunComparison.LEAST_RUNS;
        for (RunDetails run : ordered(now.runs())) {
            String off = many ? address.without(run.id()).link() : "";
            CompareRow row = new CompareRow(run, columns, off, look, texts);
            rows.put(run.id(), row);
            table.getBody().add(row);
        }
        scroll.removeAll();
        scroll.add(table);
    }

    private void mark(Map<ComparedMetric, NativeTableHeaderCell> heads) {
        heads.forEach((metric, cell) -> {
            String direction =
                    sort.equals(metric.key())
                            ? "ascending"
                            : sort.equals("-" + metric.key()) ? "descending" : "none";
            cell.getElement().setAttribute("aria-sort", direction);
        });
    }

    /** What has no value comes last either way; what is equal stays in the order that it had. */
    private List<RunDetails> ordered(List<RunDetails> runs) {
        boolean down = sort.startsWith("-");
        String key = down ? sort.substring(1) : sort;
        List<RunDetails> ordered = new ArrayList<>(runs);
        Stream.of(ComparedMetric.values())
                .filter(metric -> metric.key().equals(key))
                .findFirst()
                .ifPresent(metric -> {
                    Comparator<Double> order =
                            down ? Comparator.reverseOrder() : Comparator.naturalOrder();
                    ordered.sort(Comparator.comparing(metric::of, Comparator.nullsLast(order)));
                });
        return ordered;
    }
}
