package dev.wavetrain.shell.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Something that a reader has to know, across the page. Hidden until it says something. */
public class Banner extends Div {

    private final Span title = new Span();

    public Banner() {
        addClassName("wt-banner");
        title.addClassName("wt-banner-title");
        getElement().setAttribute("role", "status");
        setVisible(false);
    }

    /** Says this, and nothing of what it said before. */
    public void show(String tone, Icon.Shape icon, String heading, Component... text) {
        removeAll();
        title.setText(heading);
        Div words = new Div(title);
        words.add(text);
        words.addClassName("wt-banner-words");
        add(new Icon(icon), words);
        getElement().setAttribute("data-tone", tone);
        setVisible(true);
    }

    /** Changes the title alone. */
    public void title(String heading) {
        title.setText(heading);
    }
}
