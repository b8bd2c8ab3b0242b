package dev.wavetrain.data.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import dev.wavetrain.common.Shortened;
import dev.wavetrain.data.Look;
import dev.wavetrain.shell.Texts;
import java.util.List;

/** The first rows of a file as they would be read. */
final class HeadTable extends Div {

    static final int ROWS = 6;

    private static final int MOST_COLUMNS = 40;
    private static final int LONGEST = 60;

    private final Texts texts;

    HeadTable(Texts texts) {
        this.texts = texts;
        addClassName("wt-data-head");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", texts.get("data.head"));
    }

    void show(Look look) {
        removeAll();
        if (look.names().isEmpty()) {
            return;
        }
        NativeTable table = new NativeTable();
        table.addClassName("wt-table");
        NativeTableRow head = table.getHead().addRow();
        shown(look.names())
                .forEach(name -> {
                    NativeTableHeaderCell cell = new NativeTableHeaderCell(shortened(name));
                    cell.getElement().setAttribute("dir", "auto");
                    head.add(cell);
                });
        for (List<String> cells : look.rows()) {
            NativeTableRow row = table.getBody().addRow();
            shown(cells)
                    .forEach(text -> {
                        NativeTableCell cell = new NativeTableCell(shortened(text));
                        cell.getElement().setAttribute("dir", "auto");
                        row.add(cell);
                    });
        }
        add(table);
        int left = look.names().size() - MOST_COLUMNS;
        if (left > 0) {
            Paragraph more = new Paragraph(texts.get("data.head.more", left));
            more.addClassName("wt-muted");
            add(more);
        }
    }

    private static List<String> shown(List<String> cells) {
        return cells.subList(0, Math.min(cells.size(), MOST_COLUMNS));
    }

    private static String shortened(String text) {
        return Shortened.of(text, LONGEST);
    }
}
