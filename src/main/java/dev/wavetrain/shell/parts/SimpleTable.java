package dev.wavetrain.shell.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;

/** A table that on a phone becomes one block a row, each value under the name of its column. */
public final class SimpleTable extends Div {

    private final NativeTable table = new NativeTable();
    private final List<String> columns;

    public SimpleTable(String label, List<String> columns) {
        this.columns = List.copyOf(columns);
        table.addClassNames("wt-table", "wt-people");
        table.getElement().setAttribute("aria-label", label);
        NativeTableRow head = table.getHead().addRow();
        columns.forEach(column -> head.add(new NativeTableHeaderCell(column)));
        add(table);
    }

    public void row(Component... values) {
        NativeTableRow row = table.getBody().addRow();
        for (int i = 0; i < values.length; i++) {
            NativeTableCell cell = new NativeTableCell(values[i]);
            cell.getElement().setAttribute("data-label", columns.get(i));
            row.add(cell);
        }
    }
}
