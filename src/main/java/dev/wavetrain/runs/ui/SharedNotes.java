package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Card;
import dev.wavetrain.shell.parts.Markdown;
import java.util.List;

/** What people wrote on a shared run, to read. */
final class SharedNotes extends Div implements RunTabContent {

    private final Div tags = new Div();
    private final Markdown notes = new Markdown();

    SharedNotes(RunDetails run, Texts texts) {
        addClassName("wt-run-tab");
        tags.addClassName("wt-chips");
        Card tagged = new Card(texts.get("notes.tags"), tags);
        Card noted = new Card(texts.get("notes.title"), notes);
        tagged.setVisible(!run.tags().isEmpty());
        noted.setVisible(!run.notes().isBlank());
        add(tagged, noted);
        follow(run, false);
    }

    @Override
    public void follow(RunDetails run, boolean newCheckpoint) {
        notes.show(run.notes(), List.of());
        tags.removeAll();
        run.tags()
                .forEach(tag -> {
                    Span chip = new Span(tag);
                    chip.addClassName("wt-chip");
                    tags.add(chip);
                });
    }
}
