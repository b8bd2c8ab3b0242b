package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Icon;
import java.util.function.UnaryOperator;

/** Changes a name in its place: Enter takes it, Esc leaves it. */
final class RenameField extends Div {

    private final TextField field = new TextField();
    private final UnaryOperator<String> take;

    /**
     * @param take returns what is wrong with the name, or nothing where it was taken
     */
    RenameField(String name, Texts texts, UnaryOperator<String> take) {
        this.take = take;
        addClassName("wt-rename");
        field.setValue(name);
        field.setAriaLabel(texts.get("run.name"));
        field.setManualValidation(true);
        field.setAutoselect(true);
        field.setAutofocus(true);
        field.addKeyDownListener(Key.ENTER, enter -> submit());
        field.addKeyDownListener(Key.ESCAPE, escape -> removeFromParent());
        Button save = new Button(new Icon(Icon.Shape.CHECK), click -> submit());
        save.setAriaLabel(texts.get("run.name.save"));
        Button leave = new Button(new Icon(Icon.Shape.CROSS), click -> removeFromParent());
        leave.addThemeVariants(ButtonVariant.TERTIARY);
        leave.setAriaLabel(texts.get("action.cancel"));
        add(field, save, leave);
        field.focus();
    }

    private void submit() {
        String wrong = take.apply(field.getValue());
        if (wrong.isEmpty()) {
            removeFromParent();
        } else {
            field.setErrorMessage(wrong);
            field.setInvalid(true);
        }
    }
}
