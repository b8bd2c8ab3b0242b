package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** A table of numbers after columns of words; narrow screens scroll it sideways. */
final class NumberTable extends Div {

    private final NativeTableBody rows;
    private final int words;

    /**
     * @param label says what the table holds, to those who do not see it
     * @param words how many columns at the left hold words
     * @param columns the titles
     */
    NumberTable(String label, int words, List<String> columns) {
        this.words = words;
        NativeTable table = new NativeTable();
        table.addClassName("wt-table");
        NativeTableRow head = table.getHead().addRow();
        for (int i = 0; i < columns.size(); i++) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(columns.get(i));
            if (i >= words) {
                cell.addClassName("wt-number");
            }
            head.add(cell);
        }
        rows = table.getBody();
        addClassName("wt-scroll");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", label);
        add(table);
    }

    void clear() {
        rows.removeAll();
    }

    void row(String name, List<String> numbers) {
        row(new Span(name), numbers.stream().<Component>map(Span::new).toList());
    }

    void row(Component name, List<? extends Component> numbers) {
        NativeTableRow row = rows.addRow();
        row.add(new NativeTableCell(name));
        for (int i = 0; i < numbers.size(); i++) {
            NativeTableCell cell = new NativeTableCell(numbers.get(i));
            if (i + 1 >= words) {
                cell.addClassName("wt-number");
            }
            row.add(cell);
        }
    }
}
