package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Card;
import dev.wavetrain.shell.parts.Icon;
import dev.wavetrain.shell.parts.Markdown;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people write on the run. Saved as it is typed. */
final class NotesTab extends Div implements RunTabContent {

    private static final int SAVE_MILLIS = 700;

    private final Caller caller;
    private final RunServices services;
    private final Texts texts;
    private final TextField tag = new TextField();
    private final TextArea notes = new TextArea();
    private final Div tags = new Div();
    private final Card tagged;
    private final Span saved = new Span();
    private final Markdown read = new Markdown();
    private final Paragraph hint = new Paragraph();
    private final Button turn = new Button();
    private boolean writing;
    private RunDetails run;

    NotesTab(Caller caller, RunDetails run, RunServices services, Texts texts) {
        this.caller = caller;
        this.run = run;
        this.services = services;
        this.texts = texts;
        addClassName("wt-run-tab");
        tags.addClassName("wt-chips");
        tag.setAriaLabel(texts.get("notes.tag.add"));
        tag.setPlaceholder(texts.get("notes.tag.add"));
        tag.setManualValidation(true);
        tag.addKeyDownListener(Key.ENTER, enter -> addTag());
        tag.addBlurListener(blur -> addTag());
        notes.setAriaLabel(texts.get("notes.title"));
        notes.setPlaceholder(texts.get("notes.placeholder"));
        notes.setManualValidation(true);
        notes.setMinRows(6);
        notes.setWidthFull();
        notes.setValue(run.notes());
        notes.setValueChangeMode(ValueChangeMode.LAZY);
        notes.setValueChangeTimeout(SAVE_MILLIS);
        notes.addValueChangeListener(change -> saveNotes());
        saved.addClassName("wt-muted");
        saved.getElement().setAttribute("role", "status");
        hint.setText(texts.get("notes.markdown"));
        hint.addClassName("wt-muted");
        turn.addThemeVariants(ButtonVariant.TERTIARY);
        turn.addClickListener(click -> edit(!writing));
        tagged = new Card(texts.get("notes.tags"), tags, tag);
        add(tagged, new Card(texts.get("notes.title"), read, notes, hint).withActions(saved, turn));
        services.parts().forEach(part -> add(part.make(caller, run.id(), texts)));
        turn.setVisible(mayChange());
        tag.setVisible(mayChange());
        showTags();
        edit(mayChange() && run.notes().isEmpty());
    }

    /** Either the notes as they read, or what is typed for that. */
    private void edit(boolean now) {
        writing = now;
        notes.setVisible(now);
        hint.setVisible(now);
        read.setVisible(!now);
        turn.setText(texts.get(now ? "notes.preview" : "notes.edit"));
        turn.setIcon(new Icon(now ? Icon.Shape.EYE : Icon.Shape.EDIT));
        saved.setText("");
        showNotes();
        if (now && isAttached()) {
            notes.focus();
        }
    }

    private void showNotes() {
        if (!writing) {
            boolean none = run.notes().isBlank();
            read.show(none ? texts.get("notes.none") : run.notes(), List.of());
            read.setClassName("wt-muted", none);
        }
    }

    private boolean mayChange() {
        return caller.mayChange(run.project());
    }

    @Override
    public void follow(RunDetails now, boolean newCheckpoint) {
        RunDetails before = run;
        run = now;
        if (!now.tags().equals(before.tags())) {
            showTags();
        }
        if (!writing && !now.notes().equals(before.notes())) {
            notes.setValue(now.notes());
            showNotes();
        }
    }

    private void showTags() {
        tags.removeAll();
        tags.setVisible(!run.tags().isEmpty());
        // Who may not add any needs no room for none.
        tagged.setVisible(mayChange() || !run.tags().isEmpty());
        for (String name : run.tags()) {
            Button remove = new Button(new Icon(Icon.Shape.CROSS), click -> removeTag(name));
            remove.addThemeVariants(ButtonVariant.TERTIARY);
            remove.setAriaLabel(texts.get("notes.tag.remove", name));
            remove.setVisible(mayChange());
            Span chip = new Span(new Span(name), remove);
            chip.addClassName("wt-tag");
            tags.add(chip);
        }
    }

    private void addTag() {
        String name = tag.getValue().strip();
        if (!name.isEmpty()) {
            List<String> all = new ArrayList<>(run.tags());
            all.add(name);
            if (save(null, all, tag)) {
                tag.clear();
            }
        }
    }

    private void removeTag(String name) {
        save(null, run.tags().stream().filter(other -> !other.equals(name)).toList(), tag);
    }

    private void saveNotes() {
        if (writing && save(notes.getValue(), null, notes)) {
            saved.setText(texts.get("notes.saved"));
        }
    }

    private boolean save(
            @Nullable String newNotes, @Nullable List<String> newTags, HasValidation field) {
        try {
            run = services.runs().annotate(caller, run.id(), null, newNotes, newTags);
            field.setInvalid(false);
            showTags();
            return true;
        } catch (InvalidValue e) {
            field.setErrorMessage(texts.error(e.errors().getFirst()));
            field.setInvalid(true);
            return false;
        }
    }
}
