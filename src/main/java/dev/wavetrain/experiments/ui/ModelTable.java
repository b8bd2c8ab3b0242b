package dev.wavetrain.experiments.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import dev.wavetrain.model.ModelSummary;
import dev.wavetrain.shell.Texts;
import java.util.stream.Collectors;

/** A network layer by layer, as Keras's {@code summary()} shows it. */
public final class ModelTable extends Div {

    private final Texts texts;

    public ModelTable(Texts texts) {
        this.texts = texts;
        addClassName("wt-model-table");
        // Wide names scroll inside it on a phone, so the keyboard must reach it.
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", texts.get("model.title"));
    }

    public ModelTable(Texts texts, ModelSummary summary) {
        this(texts);
        show(summary);
    }

    public void show(ModelSummary summary) {
        removeAll();
        NativeTable table = new NativeTable();
        NativeTableRow head = table.getHead().addRow();
        head.add(
                new NativeTableHeaderCell(texts.get("model.layer")),
                new NativeTableHeaderCell(texts.get("model.shape")),
                number(new NativeTableHeaderCell(texts.get("model.parameters"))));
        for (ModelSummary.Layer layer : summary.layers()) {
            Span type = new Span(layer.type());
            type.addClassName("wt-muted");
            NativeTableRow row = table.getBody().addRow();
            row.add(
                    new NativeTableCell(new Span(layer.name()), type),
                    code(new NativeTableCell(shape(layer))),
                    number(new NativeTableCell(texts.count(layer.parameters()))));
        }
        NativeTableRow total = table.getFoot().addRow();
        NativeTableCell name = new NativeTableCell(texts.get("model.total"));
        name.setColspan(2);
        total.add(name, number(new NativeTableCell(texts.count(summary.parameters()))));
        add(table);
    }

    /** "(batch, 20, 40)". */
    private String shape(ModelSummary.Layer layer) {
        return layer.outputShape().stream()
                .map(size -> size == null ? texts.get("model.batch") : String.valueOf(size))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static <C extends com.vaadin.flow.component.HasStyle> C number(C cell) {
        cell.addClassName("wt-number");
        return cell;
    }

    private static NativeTableCell code(NativeTableCell cell) {
        cell.addClassName("wt-number");
        cell.addClassName("wt-muted");
        return cell;
    }
}
