package dev.wavetrain.shell.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** An empty screen: what it is for, and the next step. */
public class EmptyState extends Div {

    public EmptyState(Icon.Shape shape, String title, String text, Component... nextSteps) {
        this(shape, new H2(title), text, nextSteps);
    }

    private EmptyState(Icon.Shape shape, Component heading, String text, Component... nextSteps) {
        addClassName("wt-empty");
        Div steps = new Div(nextSteps);
        steps.addClassName("wt-empty-steps");
        add(new Icon(shape), heading, new Paragraph(text));
        if (nextSteps.length > 0) {
            add(steps);
        }
    }

    /** One that is all of its page, which is then called as it is. */
    public static EmptyState alone(
            Icon.Shape shape, String title, String text, Component... nextSteps) {
        return new EmptyState(shape, new H1(title), text, nextSteps);
    }
}
