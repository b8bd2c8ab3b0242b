package dev.wavetrain.shell.parts;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import dev.wavetrain.shell.Texts;

/** A secret that is readable this once: to be copied now. */
public final class OnceShown extends Div {

    private final TextField field = new TextField();

    private OnceShown(String label, String words, Texts texts) {
        addClassName("wt-once");
        field.setLabel(label);
        field.setReadOnly(true);
        field.addClassName("wt-code-field");
        Button copy = new Button(texts.get("action.copy"), new Icon(Icon.Shape.COPY));
        copy.addClickListener(click -> {
            field.getElement().executeJs("navigator.clipboard?.writeText(this.value)");
            Toast.say(texts.get("once.copied"));
        });
        Div line = new Div(field, copy);
        line.addClassName("wt-once-line");
        Paragraph say = new Paragraph(words);
        say.addClassName("wt-muted");
        add(line, say);
    }

    public static OnceShown token(String token, Texts texts) {
        return text(texts.get("tokens.token"), token, texts.get("tokens.once"), texts);
    }

    /**
     * @param words what to do with it
     */
    public static OnceShown text(String label, String value, String words, Texts texts) {
        OnceShown shown = new OnceShown(label, words, texts);
        shown.field.setValue(value);
        return shown;
    }

    /** An address of this server: only the browser knows under which name it is reached. */
    public static OnceShown address(String path, String words, Texts texts) {
        OnceShown shown = new OnceShown(texts.get("once.address"), words, texts);
        shown.field.setValue(path);
        shown.field.getElement().executeJs("this.value = new URL($0, document.baseURI).href", path);
        return shown;
    }
}
