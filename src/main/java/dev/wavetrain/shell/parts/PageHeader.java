package dev.wavetrain.shell.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;

/** The top of a page: its title, what state it is in, and the main action at the right. */
public class PageHeader extends Header {

    private final H1 title;
    private final Div beside = new Div();
    private final Paragraph lead = new Paragraph();
    private final Div actions = new Div();

    public PageHeader(String text) {
        title = new H1(text);
        addClassName("wt-page-header");
        beside.addClassName("wt-page-beside");
        lead.addClassName("wt-page-lead");
        lead.setVisible(false);
        actions.addClassName("wt-page-actions");
        Div line = new Div(title, beside);
        line.addClassName("wt-page-line");
        Div words = new Div(line, lead);
        words.addClassName("wt-page-words");
        add(words, actions);
    }

    public void title(String text) {
        if (!text.equals(title.getText())) {
            title.setText(text);
        }
    }

    /** A sentence under the title. */
    public PageHeader lead(String text) {
        lead.setText(text);
        lead.setVisible(!text.isEmpty());
        return this;
    }

    /** Adds beside the title: a badge, a number. */
    public PageHeader beside(Component... components) {
        beside.add(components);
        return this;
    }

    /** Adds an action before those there are. */
    public void actionsBefore(Component component) {
        actions.addComponentAsFirst(component);
    }

    /** Adds actions, the main one last. */
    public PageHeader actions(Component... components) {
        actions.add(components);
        return this;
    }
}
