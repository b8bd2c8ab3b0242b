package dev.wavetrain.shell.parts;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** Says in words why nothing here can be changed. */
public class ViewOnly extends Paragraph {

    public ViewOnly(String words) {
        super(new Icon(Icon.Shape.INFO), new Span(words));
        addClassName("wt-view-only");
    }
}
