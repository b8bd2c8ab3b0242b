package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.Annotations;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.compare.RunComparison;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Icon;
import dev.wavetrain.shell.parts.OnceButton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** How many runs are picked, and what can be done with all of them; there where any are. */
final class BulkBar extends Div {

    private final Texts texts;
    private final BulkActions actions;
    private final Picked picked;
    private final Span count = new Span();
    private final Button compare;
    private final Map<Button, Predicate<RunDetails>> buttons = new LinkedHashMap<>();

    BulkBar(Texts texts, BulkActions actions, Picked picked) {
        this.texts = texts;
        this.actions = actions;
        this.picked = picked;
        addClassName("wt-bulk");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", texts.get("bulk.label"));
        count.addClassName("wt-number");
        count.getElement().setAttribute("role", "status");
        add(count);
        compare =
                new OnceButton(
                        texts.get("bulk.compare"), new Icon(Icon.Shape.LAYERS), this::compare);
        add(compare);
        button("bulk.cancel", Icon.Shape.STOP, actions::canCancel, actions::cancel);
        button("bulk.tag", Icon.Shape.TAG, actions::mayChange, this::askTag);
        button("bulk.repeat", Icon.Shape.RESTORE, actions::canRepeat, actions::repeat);
        button("bulk.bin", Icon.Shape.BIN, actions::canBin, actions::bin);
        button("bulk.restore", Icon.Shape.RESTORE, actions::canRestore, actions::restore);
        Button none = new Button(texts.get("bulk.none"), click -> picked.clear());
        none.addThemeVariants(ButtonVariant.TERTIARY);
        add(none);
        show();
    }

    private void button(
            String key,
            Icon.Shape icon,
            Predicate<RunDetails> can,
            Consumer<List<RunDetails>> action) {
        Button button =
                new OnceButton(
                        texts.get(key),
                        new Icon(icon),
                        () -> action.accept(picked.runs().stream().filter(can).toList()));
        buttons.put(button, can);
        add(button);
    }

    /** What can be done with none of them is not offered. */
    void show() {
        List<RunDetails> runs = picked.runs();
        setVisible(!runs.isEmpty());
        count.setText(texts.get("bulk.count", runs.size()));
        compare.setVisible(
                runs.size() >= RunComparison.LEAST_RUNS && runs.size() <= RunComparison.MOST_RUNS);
        compare.setEnabled(true);
        buttons.forEach((button, can) -> {
            button.setVisible(runs.stream().anyMatch(can));
            button.setEnabled(true);
        });
    }

    private void compare() {
        List<RunId> runs = picked.runs().stream().map(RunDetails::id).toList();
        UI.getCurrent().navigate(CompareAddress.PATH, CompareAddress.of(runs).parameters());
    }

    private void askTag(List<RunDetails> runs) {
        show();
        Dialog dialog = new Dialog(texts.get("bulk.tag.title", runs.size()));
        TextField field = new TextField(texts.get("bulk.tag.label"));
        field.setMaxLength(Annotations.LONGEST_TAG);
        field.setManualValidation(true);
        field.setAutofocus(true);
        field.setWidthFull();
        OnceButton go = new OnceButton(texts.get("bulk.tag.go"), () -> addTag(runs, field, dialog));
        // What is no tag may be mended and tried again.
        go.addClickListener(click -> go.setEnabled(field.isInvalid()));
        go.addThemeVariants(ButtonVariant.PRIMARY);
        go.addClickShortcut(Key.ENTER);
        dialog.add(field);
        dialog.getFooter().add(new Button(texts.get("action.cancel"), click -> dialog.close()), go);
        dialog.open();
    }

    private void addTag(List<RunDetails> runs, TextField field, Dialog dialog) {
        try {
            actions.tag(runs, field.getValue());
            dialog.close();
        } catch (InvalidValue wrong) {
            field.setErrorMessage(texts.error(wrong.errors().getFirst()));
            field.setInvalid(true);
        }
    }
}
