package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.ListColumn;
import dev.wavetrain.runs.ListColumns;
import dev.wavetrain.runs.RunQuery;
import dev.wavetrain.shell.Texts;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/** The head of the table: names of the columns, most of which sort. */
class RunListHead extends NativeTableHeader {

    private final Texts texts;
    private final Runnable changed;
    private final Map<ListColumn, NativeTableHeaderCell> cells = new EnumMap<>(ListColumn.class);
    private final NativeTableRow row = new NativeTableRow();
    private final NativeTableHeaderCell pick = new NativeTableHeaderCell();
    private final NativeTableHeaderCell actions = new NativeTableHeaderCell();
    private final Checkbox all = new Checkbox();
    private String sort = RunQuery.NEWEST_FIRST;

    /**
     * @param picked told whether all are to be picked, or none
     */
    RunListHead(Texts texts, Runnable changed, Consumer<Boolean> picked) {
        this.texts = texts;
        this.changed = changed;
        all.setAriaLabel(texts.get("bulk.all"));
        all.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                picked.accept(change.getValue());
            }
        });
        pick.add(all);
        pick.addClassName("wt-run-pick");
        Pins.first(pick);
        Span spoken = new Span(texts.get("runs.column.ACTIONS"));
        spoken.addClassName("wt-hidden");
        actions.add(spoken);
        actions.addClassName("wt-run-actions");
        for (ListColumn column : ListColumn.values()) {
            cells.put(column, cell(column));
        }
        add(row);
        arrange(ListColumns.USUAL);
        mark();
    }

    private NativeTableHeaderCell cell(ListColumn column) {
        NativeTableHeaderCell cell = new NativeTableHeaderCell();
        cell.getElement().setAttribute("scope", "col");
        cell.addClassName(column.style());
        String name = texts.get("runs.column." + column.name());
        if (column.sort().isEmpty()) {
            cell.setText(name);
        } else {
            NativeButton button = new NativeButton(name);
            button.addClickListener(click -> {
                sortBy(column);
                changed.run();
            });
            cell.add(button);
        }
        return cell;
    }

    void arrange(ListColumns columns) {
        row.removeAll();
        row.add(pick);
        columns.shown()
                .forEach(column -> {
                    NativeTableHeaderCell cell = Objects.requireNonNull(cells.get(column));
                    Pins.show(cell, column, columns);
                    row.add(cell);
                });
        row.add(actions);
    }

    /** Whether all of the listed runs are picked, or some. */
    void picked(Picked picked, Set<RunId> listed) {
        long count = listed.stream().filter(picked::has).count();
        all.setValue(count > 0 && count == listed.size());
        all.setIndeterminate(count > 0 && count < listed.size());
    }

    String sort() {
        return sort;
    }

    /** As an address asked for it; what cannot be sorted by is newest first. */
    void sort(String asked) {
        String plain = asked.startsWith("-") ? asked.substring(1) : asked;
        sort = RunQuery.SORTS.contains(plain) ? asked : RunQuery.NEWEST_FIRST;
        mark();
    }

    private void sortBy(ListColumn column) {
        String ascending = column.sort();
        String descending = "-" + ascending;
        if (sort.equals(ascending)) {
            sort = descending;
        } else if (sort.equals(descending)) {
            sort = ascending;
        } else {
            sort = column.startsDescending() ? descending : ascending;
        }
        mark();
    }

    private void mark() {
        cells.forEach((column, cell) -> {
            if (column.sort().isEmpty()) {
                return;
            }
            String direction =
                    sort.equals(column.sort())
                            ? "ascending"
                            : sort.equals("-" + column.sort()) ? "descending" : "none";
            cell.getElement().setAttribute("aria-sort", direction);
        });
    }
}
