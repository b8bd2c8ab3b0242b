package dev.wavetrain.talking.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.talking.Comment;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Where a comment is written. After an @ it offers those who can be called. */
final class CommentField extends Div {

    private final Texts texts;
    private final TextArea area = new TextArea();
    private final Div offered = new Div();
    private final Button send = new Button();
    private final Div foot = new Div();
    private final List<String> names;
    private final Consumer<String> done;

    /**
     * @param done given what was written; refuses it by an {@link InvalidValue}
     */
    CommentField(List<String> names, Texts texts, String text, Consumer<String> done) {
        this.names = names;
        this.texts = texts;
        this.done = done;
        addClassName("wt-comment-field");
        area.setValue(text);
        area.setAriaLabel(texts.get("comments.write"));
        area.setPlaceholder(texts.get("comments.hint"));
        area.setManualValidation(true);
        area.setMinRows(3);
        area.setMaxRows(14);
        area.setWidthFull();
        area.setMaxLength(Comment.LONGEST_TEXT);
        area.setValueChangeMode(ValueChangeMode.LAZY);
        offered.addClassName("wt-mention-offer");
        offered.getElement().setAttribute("hidden", true);
        Span hint = new Span(texts.get("comments.markdown"));
        hint.addClassName("wt-muted");
        send.setText(texts.get("action.save"));
        send.addThemeVariants(ButtonVariant.PRIMARY);
        send.addClickListener(click -> send());
        area.addKeyDownListener(Key.ENTER, enter -> send(), KeyModifier.CONTROL);
        area.addKeyDownListener(Key.ENTER, enter -> send(), KeyModifier.META);
        foot.addClassName("wt-comment-foot");
        foot.add(hint, send);
        add(area, offered, foot);
    }

    /** For a new comment. */
    CommentField fresh() {
        send.setText(texts.get("comments.send"));
        return this;
    }

    /** For one that was written before: it can be left as it was. */
    void changing(Runnable leave) {
        Button cancel = new Button(texts.get("action.cancel"), click -> leave.run());
        cancel.addThemeVariants(ButtonVariant.TERTIARY);
        foot.addComponentAtIndex(1, cancel);
        area.addKeyDownListener(Key.ESCAPE, escape -> leave.run());
        area.focus();
    }

    private void send() {
        area.setInvalid(false);
        try {
            done.accept(area.getValue());
            area.clear();
        } catch (InvalidValue wrong) {
            area.setErrorMessage(texts.error(wrong.errors().getFirst()));
            area.setInvalid(true);
            area.focus();
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        ArrayNode offers = JsonNodeFactory.instance.arrayNode();
        names.forEach(offers::add);
        event.getUI().getPage().addJavaScript("context://scripts/options.js");
        event.getUI().getPage().addJavaScript("context://scripts/mentions.js");
        getElement()
                .executeJs(
                        "window.wavetrainMentions($0, $1, $2)",
                        area.getElement(),
                        offered.getElement(),
                        offers);
    }
}
