package dev.wavetrain.workers.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.wavetrain.shell.Texts;

/** A mark for each slot, filled where it trains; beside them the same in words. */
final class SlotMarks extends Div {

    /** More could not be told from one another. */
    private static final int MOST = 32;

    private final Texts texts;
    private final Div marks = new Div();
    private final Span words = new Span();

    SlotMarks(Texts texts) {
        this.texts = texts;
        addClassName("wt-slots");
        marks.addClassName("wt-slot-marks");
        marks.getElement().setAttribute("aria-hidden", "true");
        words.addClassName("wt-number");
        add(marks, words);
    }

    void show(int slots, int used) {
        words.setText(texts.get("workers.slots", used, slots));
        int drawn = slots <= MOST ? slots : 0;
        while (marks.getComponentCount() > drawn) {
            marks.remove(marks.getComponentAt(marks.getComponentCount() - 1));
        }
        while (marks.getComponentCount() < drawn) {
            marks.add(new Span());
        }
        for (int i = 0; i < drawn; i++) {
            marks.getComponentAt(i).getElement().setAttribute("data-used", i < used);
        }
    }
}
