package dev.wavetrain.experiments.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import dev.wavetrain.experiments.DataColumns.Table;
import dev.wavetrain.sequence.Missing;
import dev.wavetrain.shell.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A column of a data set, and what becomes of values that it lacks. */
final class ColumnFields extends Div {

    private final Texts texts;
    private final Select<String> dataset;
    private final Select<String> column;
    private final Paragraph none;
    private final Map<String, Table> tables = new LinkedHashMap<>();

    /**
     * @param path such as {@code sequence.input}
     */
    ColumnFields(String path, Inputs inputs) {
        texts = inputs.texts();
        dataset = inputs.pick(path + ".dataset", this::nameOf);
        column = inputs.pick(path + ".column", name -> name);
        Select<Missing> missing = inputs.choice(path + ".missing", "missing", Missing.class);
        missing.setValue(Missing.REFUSE);
        missing.setWidthFull();
        dataset.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                column.clear();
            }
            offerColumns();
        });
        none = new Paragraph(texts.get("editor.noData"));
        none.addClassName("wt-exp-note");
        Anchor data = new Anchor("data", texts.get("editor.noData.go"));
        none.add(new Span(" "), data);
        addClassName("wt-exp-columns-of");
        add(none, SequenceFields.row(dataset, column), missing);
    }

    void offer(List<Table> offered) {
        tables.clear();
        offered.forEach(table -> tables.put(table.id(), table));
        String chosen = dataset.getValue();
        List<String> ids = new ArrayList<>(tables.keySet());
        if (chosen != null && !ids.contains(chosen)) {
            ids.add(chosen);
        }
        dataset.setItems(ids);
        dataset.setValue(chosen);
        none.setVisible(offered.isEmpty());
        offerColumns();
    }

    /** Of what is there, where nothing was chosen yet. */
    void chooseFirst() {
        if (dataset.getValue() == null && !tables.isEmpty()) {
            dataset.setValue(tables.keySet().iterator().next());
        }
    }

    private void offerColumns() {
        String chosen = column.getValue();
        Table table = dataset.getValue() == null ? null : tables.get(dataset.getValue());
        List<String> names = new ArrayList<>(table == null ? List.of() : table.columns());
        if (chosen != null && !names.contains(chosen)) {
            names.add(chosen);
        }
        column.setItems(names);
        if (chosen != null) {
            column.setValue(chosen);
        } else if (!names.isEmpty()) {
            column.setValue(names.getFirst());
        }
    }

    private String nameOf(String id) {
        Table table = tables.get(id);
        return table == null ? texts.get("editor.data.gone") : table.name();
    }
}
