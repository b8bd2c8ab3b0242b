package dev.wavetrain.shell.parts;

import com.vaadin.flow.component.html.Div;

/** Grey lines where content will stand, while it is on its way. */
public class Skeleton extends Div {

    public Skeleton(int lines) {
        addClassName("wt-skeleton");
        getElement().setAttribute("aria-hidden", "true");
        for (int i = 0; i < lines; i++) {
            add(new Div());
        }
    }
}
