package dev.wavetrain.experiments.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.wavetrain.experiments.SeedsStart;
import dev.wavetrain.shell.Texts;

/** Asks over how many seeds a training is to be repeated, and says what that will queue. */
final class RepeatDialog extends Dialog {

    /** As few as can tell apart two groups in three metrics: see decision 8. */
    private static final int USUAL = 5;

    /** What is done with the answer. */
    @FunctionalInterface
    interface Answer {
        void repeat(long first, int count);
    }

    private final Texts texts;
    private final TextField count = new TextField();
    private final TextField first = new TextField();
    private final Paragraph says = new Paragraph();
    private final Button train = new Button();

    RepeatDialog(Texts texts, long firstSeed, Answer answer) {
        this.texts = texts;
        setHeaderTitle(texts.get("repeat.title"));
        setWidth("min(440px, 92vw)");
        field(count, "repeat.count", String.valueOf(USUAL));
        field(first, "repeat.first", String.valueOf(firstSeed));
        Div fields = new Div(count, first);
        fields.addClassName("wt-exp-seeds");
        says.addClassName("wt-muted");
        says.getElement().setAttribute("role", "status");
        add(new Paragraph(texts.get("repeat.lead")), fields, says);
        Button cancel = new Button(texts.get("repeat.cancel"), click -> close());
        train.addThemeVariants(ButtonVariant.PRIMARY);
        train.setDisableOnClick(true);
        train.addClickListener(click -> {
            SeedsEntered entered = entered();
            if (entered.first() != null && entered.count() != null) {
                close();
                answer.repeat(entered.first(), entered.count());
            }
        });
        getFooter().add(cancel, train);
        show();
        count.setAutofocus(true);
    }

    private void field(TextField field, String label, String value) {
        field.setLabel(texts.get(label));
        field.setValue(value);
        field.addClassName("wt-number");
        field.getElement().setAttribute("inputmode", "numeric");
        field.setAutoselect(true);
        field.setManualValidation(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(Inputs.DEBOUNCE_MILLIS);
        field.addValueChangeListener(change -> show());
    }

    private SeedsEntered entered() {
        return SeedsEntered.of(count.getValue(), first.getValue());
    }

    private void show() {
        SeedsEntered entered = entered();
        Integer many = entered.count();
        Long from = entered.first();
        count.setErrorMessage(texts.get("repeat.count.wrong", SeedsStart.LEAST, SeedsStart.MOST));
        count.setInvalid(many == null);
        first.setErrorMessage(texts.get("repeat.first.wrong"));
        first.setInvalid(from == null);
        boolean complete = many != null && from != null;
        train.setEnabled(complete);
        says.setVisible(complete);
        if (many != null && from != null) {
            says.setText(texts.get("repeat.says", many, from, from + many - 1));
            train.setText(texts.get("repeat.train", many));
        }
    }
}
