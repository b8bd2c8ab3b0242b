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
        int at = at(column, columns);
        if (at > 0) {
            mark(cell, at);
        } else {
            cell.getElement().removeAttribute("data-pin");
            cell.getElement().getStyle().remove("--wt-at");
        }
    }

    /** 0 for a column that is not pinned. */
    private static int at(ListColumn column, ListColumns columns) {
        int pinned = columns.pinned().indexOf(column);
        return column == ListColumn.NAME ? 1 : pinned < 0 ? 0 : 2 + pinned;
    }

    /** The same as attributes in HTML. */
    static String first() {
        return html(0);
    }

    static String of(ListColumn column, ListColumns columns) {
        int at = at(column, columns);
        return at > 0 ? html(at) : "";
    }

    private static String html(int at) {
        return " data-pin=\"%d\" style=\"--wt-at: var(--wt-pin-%d)\"".formatted(at, at);
    }

    private static void mark(Component cell, int at) {
        cell.getElement().setAttribute("data-pin", String.valueOf(at));
        cell.getElement().getStyle().set("--wt-at", "var(--wt-pin-" + at + ")");
    }
}
