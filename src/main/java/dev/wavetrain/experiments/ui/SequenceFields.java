package dev.wavetrain.experiments.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.wavetrain.experiments.DataColumns.Table;
import dev.wavetrain.sequence.Scaling;
import dev.wavetrain.sequence.SequenceDefinition;
import dev.wavetrain.sequence.Task;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Card;
import java.util.List;

/** What the net learns from. */
final class SequenceFields extends Card {

    /** Where the series come from. */
    enum From {
        FORMULA,
        DATA
    }

    private final Texts texts;
    private final Select<From> from = new Select<>();
    private final Select<Task> task;
    private final TextField target;
    private final TextField input;
    private final ColumnFields inputColumn;
    private final ColumnFields targetColumn;
    private final Component domain;
    private final Checkbox endpoint;
    private final Paragraph taskHelp = new Paragraph();

    SequenceFields(Inputs inputs) {
        super(inputs.texts().get("editor.sequence"));
        texts = inputs.texts();
        task = inputs.choice("sequence.task", "task", Task.class);
        from.setLabel(texts.get("field.sequence.from"));
        from.setItems(From.values());
        from.setItemLabelGenerator(value -> texts.nameOf("from", value));
        from.setValue(From.FORMULA);
        input = inputs.expression("sequence.input.expression");
        target = inputs.expression("sequence.target.expression");
        inputColumn = new ColumnFields("sequence.input", inputs);
        targetColumn = new ColumnFields("sequence.target", inputs);
        domain =
                row(
                        inputs.expression("sequence.domain.from"),
                        inputs.expression("sequence.domain.to"),
                        inputs.number("sequence.domain.points"));
        endpoint = inputs.flag("sequence.domain.endpoint");
        TextField window = inputs.number("sequence.window");
        Select<Scaling> scaling = inputs.choice("sequence.scaling", "scaling", Scaling.class);
        scaling.setHelperText(texts.get("help.sequence.scaling"));
        taskHelp.addClassName("wt-exp-note");
        task.addValueChangeListener(change -> follow());
        from.addValueChangeListener(change -> {
            follow();
            if (change.isFromClient()) {
                inputs.changed();
            }
        });
        add(
                row(task, from),
                taskHelp,
                input,
                inputColumn,
                target,
                targetColumn,
                domain,
                row(window, scaling),
                endpoint);
        follow();
    }

    static Div row(Component... fields) {
        Div row = new Div(fields);
        row.addClassName("wt-exp-row");
        return row;
    }

    /** What there is to choose from. */
    void offer(List<Table> tables) {
        inputColumn.offer(tables);
        targetColumn.offer(tables);
    }

    /** Shows the fields that this definition has. */
    void follow(SequenceDefinition definition) {
        from.setValue(definition.namesData() ? From.DATA : From.FORMULA);
        follow();
    }

    private void follow() {
        Task chosen = task.getValue();
        boolean translates = chosen == Task.TRANSLATE;
        boolean data = from.getValue() == From.DATA;
        input.setVisible(!data);
        domain.setVisible(!data);
        endpoint.setVisible(!data);
        inputColumn.setVisible(data);
        target.setVisible(translates && !data);
        targetColumn.setVisible(translates && data);
        if (data) {
            inputColumn.chooseFirst();
            targetColumn.chooseFirst();
        }
        taskHelp.setText(chosen == null ? "" : texts.nameOf("task.help", chosen));
    }
}
