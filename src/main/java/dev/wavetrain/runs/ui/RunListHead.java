package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import dev.wavetrain.runs.RunQuery;
import dev.wavetrain.shell.Texts;
import java.util.EnumMap;
import java.util.Map;

/** The head of the table: names of the columns, most of which sort. */
class RunListHead extends NativeTableHeader {

    /** A column; its name is the text {@code runs.column.X}. */
    enum Column {
        NAME("name"),
        STATE("state"),
        PROGRESS("epoch"),
        CURVE(""),
        BEST("best_val_loss"),
        PACE(""),
        OWNER("owner"),
        STARTED("queuedAt"),
        ACTIONS("");

        private final String sort;

        Column(String sort) {
            this.sort = sort;
        }

        /** Names and losses are looked at from the lowest, times from the newest. */
        private boolean startsDescending() {
            return this == STARTED || this == PROGRESS;
        }
    }

    private final Map<Column, NativeTableHeaderCell> cells = new EnumMap<>(Column.class);
    private String sort = RunQuery.NEWEST_FIRST;

    RunListHead(Texts texts, Runnable changed) {
        NativeTableRow row = new NativeTableRow();
        for (Column column : Column.values()) {
            String name = texts.get("runs.column." + column.name());
            NativeTableHeaderCell cell = row.addHeaderCell();
            cell.getElement().setAttribute("scope", "col");
            cells.put(column, cell);
            if (column == Column.ACTIONS) {
                Span spoken = new Span(name);
                spoken.addClassName("wt-hidden");
                cell.add(spoken);
            } else if (column.sort.isEmpty()) {
                cell.setText(name);
            } else {
                NativeButton button = new NativeButton(name);
                button.addClickListener(click -> {
                    sortBy(column);
                    changed.run();
                });
                cell.add(button);
            }
        }
        add(row);
        mark();
    }

    String sort() {
        return sort;
    }

    private void sortBy(Column column) {
        String ascending = column.sort;
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
            if (column.sort.isEmpty()) {
                return;
            }
            String direction =
                    sort.equals(column.sort)
                            ? "ascending"
                            : sort.equals("-" + column.sort) ? "descending" : "none";
            cell.getElement().setAttribute("aria-sort", direction);
        });
    }
}
