package dev.wavetrain.sharing.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Card;
import dev.wavetrain.shell.parts.Toast;
import java.util.function.BiConsumer;

/** Changes one's own password. */
final class PasswordCard extends Card {

    private final Texts texts;
    private final PasswordField old = new PasswordField();
    private final PasswordField password = new PasswordField();

    /**
     * @param change takes the old and the new one, and refuses by an {@link InvalidValue}
     */
    PasswordCard(Texts texts, BiConsumer<String, String> change) {
        super(texts.get("account.password"));
        this.texts = texts;
        old.setLabel(texts.get("account.password.old"));
        old.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        password.setLabel(texts.get("reset.password"));
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        password.setHelperText(texts.get("account.password.help"));
        old.setManualValidation(true);
        password.setManualValidation(true);
        Button go = new Button(texts.get("account.password.change"), click -> send(change));
        Div form = new Div(old, password, go);
        form.addClassName("wt-stack");
        add(form);
    }

    private void send(BiConsumer<String, String> change) {
        old.setInvalid(false);
        password.setInvalid(false);
        try {
            change.accept(old.getValue(), password.getValue());
            old.clear();
            password.clear();
            Toast.say(texts.get("account.password.changed"));
        } catch (InvalidValue wrong) {
            wrong.errors().forEach(this::show);
        }
    }

    private void show(FieldError error) {
        PasswordField field = error.field().equals("old") ? old : password;
        field.setErrorMessage(texts.error(error));
        field.setInvalid(true);
        field.focus();
    }
}
