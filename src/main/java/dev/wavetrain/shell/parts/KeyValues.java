package dev.wavetrain.shell.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Span;

/** Names and values, one under the other: a configuration, a provenance. */
public class KeyValues extends DescriptionList {

    public KeyValues() {
        addClassName("wt-key-values");
    }

    public KeyValues with(String name, String value) {
        return with(name, new Span(value));
    }

    public KeyValues with(String name, Component value) {
        Term term = new Term(name);
        Description description = new Description(value);
        add(term, description);
        return this;
    }
}
