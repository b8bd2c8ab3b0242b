package dev.wavetrain.shell.parts;

import com.vaadin.flow.component.html.Paragraph;

/** Why something is refused: not there until it is said, and then read out at once. */
public final class Refusal extends Paragraph {

    public Refusal() {
        addClassName("wt-refused");
        getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    public void say(String why) {
        setText(why);
        setVisible(true);
    }

    /** Whoever was refused tries again. */
    public void clear() {
        setVisible(false);
    }
}
