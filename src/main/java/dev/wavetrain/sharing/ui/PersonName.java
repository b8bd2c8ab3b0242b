package dev.wavetrain.sharing.ui;

import com.vaadin.flow.component.html.Span;
import dev.wavetrain.shell.Texts;

/** Somebody's name, kept apart from the words around it, with what has to be said of them. */
final class PersonName {

    private PersonName() {}

    static Span of(String name, boolean me, boolean active, Texts texts) {
        Span words = new Span(name);
        words.getElement().setAttribute("dir", "auto");
        words.addClassName("wt-person-name");
        Span line = new Span(words);
        line.addClassName("wt-person");
        if (me) {
            line.add(chip(texts.get("person.you")));
        }
        if (!active) {
            line.add(chip(texts.get("person.inactive")));
        }
        return line;
    }

    static Span chip(String text) {
        Span chip = new Span(text);
        chip.addClassName("wt-chip");
        return chip;
    }
}
