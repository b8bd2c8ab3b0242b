package dev.wavetrain.sharing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Icon;

/**
 * Name and password. A plain form that the browser posts, so that password managers know it; {@code
 * frontend/wave-entry.ts} refuses empty fields, warns of caps lock and sends it once.
 */
@Tag("form")
@JsModule("./wave-entry.ts")
class EntryForm extends Component implements HasComponents, HasStyle {

    final TextField name = new TextField();
    final PasswordField password = new PasswordField();
    final NativeButton submit = new NativeButton();
    private final Span problem = new Span();
    private final Component alert;
    private final Texts texts;

    EntryForm(String title, String lead, String action, Texts texts) {
        this.texts = texts;
        addClassName("wt-entry-form");
        name.setLabel(texts.get("entry.name"));
        name.getElement().setAttribute("name", "username");
        name.setAutofocus(true);
        name.getElement().setAttribute("autocapitalize", "none");
        password.setLabel(texts.get("entry.password"));
        password.getElement().setAttribute("name", "password");
        submit.setText(action);
        submit.addClassName("wt-primary");
        submit.getElement().setAttribute("type", "submit");
        Paragraph box = new Paragraph(new Icon(Icon.Shape.WARNING), problem);
        box.addClassName("wt-field-error");
        box.getElement().setAttribute("role", "alert");
        box.setVisible(false);
        alert = box;
        add(new H1(title), new Paragraph(lead), box, name, password, submit);
        addAttachListener(attach ->
                getElement()
                        .executeJs(
                                "window.wavetrainEntry(this, $0, $1)",
                                texts.get("rule.REQUIRED"),
                                texts.get("entry.caps")));
    }

    /** Tells password managers that the password is chosen here. */
    EntryForm choosesPassword() {
        name.setAutocomplete(Autocomplete.USERNAME);
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        password.setHelperText(texts.get("setup.password.help"));
        return this;
    }

    /**
     * @param entered called with what was entered instead of posting it; an {@link InvalidValue} is
     *     shown at its fields
     */
    EntryForm onEntered(Runnable entered) {
        getElement()
                .addEventListener("wave-entry", event -> enter(entered))
                .addEventDataElement("event.target");
        return this;
    }

    private void enter(Runnable entered) {
        name.setInvalid(false);
        password.setInvalid(false);
        try {
            entered.run();
        } catch (InvalidValue invalid) {
            invalid.errors().forEach(this::show);
            submit.setEnabled(true);
        }
    }

    private void show(FieldError error) {
        switch (error.field()) {
            case "name" -> {
                name.setErrorMessage(texts.error(error));
                name.setInvalid(true);
            }
            case "password" -> {
                password.setErrorMessage(texts.error(error));
                password.setInvalid(true);
            }
            default -> fail(error.field() + " " + texts.error(error));
        }
    }

    /** Says above the fields why it did not work. */
    void fail(String why) {
        problem.setText(why);
        alert.setVisible(true);
    }
}
