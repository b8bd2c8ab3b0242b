package dev.wavetrain.shell.parts;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.shell.Texts;
import java.util.function.Consumer;

/** Asks for one name. */
public final class NamePrompt extends Dialog {

    private final TextField field = new TextField();

    /**
     * @param done given what was entered; refuses it by an {@link InvalidValue}
     */
    public NamePrompt(
            String title,
            String label,
            String value,
            String action,
            Texts texts,
            Consumer<String> done) {
        super(title);
        setWidth("min(440px, 92vw)");
        field.setLabel(label);
        field.setValue(value);
        field.setWidthFull();
        field.setAutofocus(true);
        field.setAutoselect(true);
        field.setManualValidation(true);
        add(field);
        Button go = new Button(action, click -> send(texts, done));
        go.addThemeVariants(ButtonVariant.PRIMARY);
        go.addClickShortcut(Key.ENTER);
        getFooter().add(new Button(texts.get("action.cancel"), click -> close()), go);
    }

    private void send(Texts texts, Consumer<String> done) {
        try {
            done.accept(field.getValue());
            close();
        } catch (InvalidValue wrong) {
            field.setErrorMessage(texts.error(wrong.errors().getFirst()));
            field.setInvalid(true);
            field.focus();
        }
    }
}
