package dev.wavetrain.experiments.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.wavetrain.sequence.Task;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Card;

/** What the net learns from. */
final class SequenceFields extends Card {

    private final Texts texts;
    private final Select<Task> task;
    private final TextField target;
    private final Paragraph taskHelp = new Paragraph();

    SequenceFields(Inputs inputs) {
        super(inputs.texts().get("editor.sequence"));
        texts = inputs.texts();
        task = inputs.choice("sequence.task", "task", Task.class);
        TextField input = inputs.expression("sequence.input.expression");
        target = inputs.expression("sequence.target.expression");
        TextField from = inputs.expression("sequence.domain.from");
        TextField to = inputs.expression("sequence.domain.to");
        TextField points = inputs.number("sequence.domain.points");
        Checkbox endpoint = inputs.flag("sequence.domain.endpoint");
        TextField window = inputs.number("sequence.window");
        taskHelp.addClassName("wt-exp-note");
        task.addValueChangeListener(change -> follow());
        add(task, taskHelp, input, target, row(from, to, points), row(window, endpoint));
        follow();
    }

    static Div row(com.vaadin.flow.component.Component... fields) {
        Div row = new Div(fields);
        row.addClassName("wt-exp-row");
        return row;
    }

    private void follow() {
        Task chosen = task.getValue();
        target.setVisible(chosen == Task.TRANSLATE);
        taskHelp.setText(chosen == null ? "" : texts.nameOf("task.help", chosen));
    }
}
