package dev.wavetrain.experiments.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import dev.wavetrain.common.FieldError;
import dev.wavetrain.experiments.DataColumns.Table;
import dev.wavetrain.shell.Texts;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The part of a definition's form that says where series come from, by itself: formulas over a
 * domain, or columns of a data set.
 */
public final class SignalForm extends Div {

    private static final String ROOT = "sequence";

    private final Texts texts;
    private final FormFields fields = new FormFields();
    private final TextField input;
    private final TextField target;
    private final ColumnFields inputColumn;
    private final ColumnFields targetColumn;
    private final Component domain;
    private final Checkbox endpoint;

    /**
     * @param changed told after each change that came from the browser
     */
    public SignalForm(Texts texts, Runnable changed) {
        this.texts = texts;
        Inputs inputs = new Inputs(texts, fields, changed);
        input = inputs.expression(ROOT + ".input.expression");
        target = inputs.expression(ROOT + ".target.expression");
        inputColumn = new ColumnFields(ROOT + ".input", inputs);
        targetColumn = new ColumnFields(ROOT + ".target", inputs);
        domain =
                SequenceFields.row(
                        inputs.expression(ROOT + ".domain.from"),
                        inputs.expression(ROOT + ".domain.to"),
                        inputs.number(ROOT + ".domain.points"));
        endpoint = inputs.flag(ROOT + ".domain.endpoint");
        addClassName("wt-signal-form");
        add(input, target, domain, endpoint, inputColumn, targetColumn);
    }

    /** What there is to choose from. */
    public void offer(List<Table> tables) {
        inputColumn.offer(tables);
        targetColumn.offer(tables);
    }

    /**
     * @param data columns, rather than formulas
     * @param translates whether a target is asked for too
     */
    public void ask(boolean data, boolean translates) {
        input.setVisible(!data);
        target.setVisible(!data && translates);
        domain.setVisible(!data);
        endpoint.setVisible(!data);
        inputColumn.setVisible(data);
        targetColumn.setVisible(data && translates);
        if (data) {
            inputColumn.chooseFirst();
            targetColumn.chooseFirst();
        }
    }

    /** {@code input}, {@code target} and {@code domain}, as far as they are entered. */
    public JsonNode data() {
        return fields.toJson().path(ROOT);
    }

    /** Fills the fields from the same. */
    public void show(JsonNode data) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.set(ROOT, data);
        fields.show(root);
    }

    /** Fields that are shown and empty, each below {@code sequence}. */
    public List<FieldError> empty() {
        return fields.empty();
    }

    /**
     * Puts errors below {@code sequence} at their fields, and clears the others.
     *
     * @return those that have no field here
     */
    public List<FieldError> show(List<FieldError> errors) {
        return fields.show(errors, texts);
    }
}
