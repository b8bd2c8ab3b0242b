package dev.wavetrain.experiments.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.wavetrain.experiments.Warning;
import dev.wavetrain.shell.Advice;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Icon;
import java.util.List;

/** What tells against an experiment or a run, each with what to do. */
public final class WarningList extends UnorderedList {

    private final Texts texts;
    private List<Warning> shown = List.of();

    public WarningList(Texts texts) {
        this.texts = texts;
        addClassName("wt-warnings");
        getElement().setAttribute("aria-live", "polite");
        setVisible(false);
    }

    /** Leaves those alone that are shown already, so that what was opened stays open. */
    public void show(List<? extends Warning> warnings) {
        if (shown.equals(warnings)) {
            return;
        }
        shown = List.copyOf(warnings);
        removeAll();
        shown.forEach(warning -> add(item(warning)));
        setVisible(!shown.isEmpty());
    }

    private ListItem item(Warning warning) {
        Component words = new Span(texts.get("warning." + warning.name(), said(warning)));
        return new ListItem(
                new Icon(Icon.Shape.WARNING),
                new Div(words, new Advice(warning.name(), warning.help(), texts)));
    }

    private Object[] said(Warning warning) {
        return warning.arguments().stream()
                .map(number -> number instanceof Long ? number : texts.number(number.doubleValue()))
                .toArray();
    }
}
