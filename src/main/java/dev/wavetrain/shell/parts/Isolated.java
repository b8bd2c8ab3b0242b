package dev.wavetrain.shell.parts;

import com.vaadin.flow.component.html.Span;

/** Somebody's words within a page: whichever way they run, those around them stay in place. */
public final class Isolated extends Span {

    public Isolated(String text) {
        super(text);
        getElement().setAttribute("dir", "auto");
        addClassName("wt-isolated");
    }
}
