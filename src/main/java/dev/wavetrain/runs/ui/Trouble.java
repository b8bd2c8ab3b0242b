package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.wavetrain.checkpoints.CheckpointDetails;
import dev.wavetrain.shell.Advice;
import dev.wavetrain.shell.HelpTopic;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Icon;

/** Why there is no forecast to see just now. */
final class Trouble extends Div {

    private final Texts texts;

    Trouble(Texts texts) {
        this.texts = texts;
        addClassName("wt-banner");
        getElement().setAttribute("role", "status");
        setVisible(false);
    }

    void over() {
        setVisible(false);
    }

    void busy() {
        Div words = show("neutral", Icon.Shape.CLOCK, texts.get("busy.title"));
        words.add(new Paragraph(texts.get("busy.text")));
    }

    void damaged(CheckpointDetails checkpoint) {
        Div words = show("bad", Icon.Shape.WARNING, texts.get("damaged.title"));
        HelpTopic topic = HelpTopic.DAMAGED_WEIGHTS;
        words.add(
                new Paragraph(texts.get("damaged.text", checkpoint.epoch())),
                new Advice(topic.name(), topic.address(), texts));
    }

    private Div show(String tone, Icon.Shape icon, String title) {
        removeAll();
        Span heading = new Span(title);
        heading.addClassName("wt-banner-title");
        Div words = new Div(heading);
        words.addClassName("wt-banner-words");
        add(new Icon(icon), words);
        getElement().setAttribute("data-tone", tone);
        setVisible(true);
        return words;
    }
}
