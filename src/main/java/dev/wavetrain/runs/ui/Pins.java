package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.Component;
import dev.wavetrain.runs.ListColumn;
import dev.wavetrain.runs.ListColumns;

/**
 * Marks the cells that stay in sight while the others are scrolled ({@code scripts/runs-table.js}).
 */
final class Pins {

    private Pins() {}

    /** Where a row is picked: before all columns. */
    static void first(Component cell) {
        mark(cell, 0);
    }

    static void show(Component cell, ListColumn column, ListColumns columns) {
        if (column == ListColumn.NAME) {
            mark(cell, 1);
        } else if (columns.pinned().contains(column)) {
            mark(cell, 2 + columns.pinned().indexOf(column));
        } else {
            cell.getElement().removeAttribute("data-pin");
            cell.getElement().getStyle().remove("--wt-at");
        }
    }

    private static void mark(Component cell, int at) {
        cell.getElement().setAttribute("data-pin", String.valueOf(at));
        cell.getElement().getStyle().set("--wt-at", "var(--wt-pin-" + at + ")");
    }
}
