package dev.wavetrain.shell.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

/** A surface with an optional title, and room for actions beside it. */
public class Card extends Section {

    private final Div actions = new Div();

    public Card(Component... content) {
        addClassName("wt-card");
        add(content);
    }

    public Card(String title, Component... content) {
        addClassName("wt-card");
        H2 heading = new H2(title);
        actions.addClassName("wt-card-actions");
        Div head = new Div(heading, actions);
        head.addClassName("wt-card-head");
        add(head);
        add(content);
        getElement().setAttribute("aria-label", title);
    }

    /** Adds to the right of the title; for a card that has one. */
    public Card withActions(Component... components) {
        actions.add(components);
        return this;
    }
}
