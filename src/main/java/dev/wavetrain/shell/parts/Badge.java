package dev.wavetrain.shell.parts;

import com.vaadin.flow.component.html.Span;

/** A state in one colour, one icon and one word. */
public class Badge extends Span {

    /** What a badge's colour says. */
    public enum Tone {
        NEUTRAL,
        WAITING,
        ACTIVE,
        GOOD,
        WARNING,
        BAD
    }

    private final Icon icon;
    private final Span word;

    public Badge(Tone tone, Icon.Shape shape, String text) {
        icon = new Icon(shape);
        word = new Span(text);
        addClassName("wt-badge");
        add(icon, word);
        getElement().setAttribute("data-tone", tone.name().toLowerCase(java.util.Locale.ROOT));
    }

    /** Says something else in the same place, so that a live row need not be built anew. */
    public void show(Tone tone, Icon.Shape shape, String text) {
        getElement().setAttribute("data-tone", tone.name().toLowerCase(java.util.Locale.ROOT));
        icon.show(shape);
        word.setText(text);
    }
}
