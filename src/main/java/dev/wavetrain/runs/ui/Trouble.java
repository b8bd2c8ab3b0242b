package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.html.Paragraph;
import dev.wavetrain.checkpoints.CheckpointDetails;
import dev.wavetrain.shell.Advice;
import dev.wavetrain.shell.HelpTopic;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Banner;
import dev.wavetrain.shell.parts.Icon;

/** Why there is no forecast to see just now. */
final class Trouble extends Banner {

    private final Texts texts;

    Trouble(Texts texts) {
        this.texts = texts;
    }

    void over() {
        setVisible(false);
    }

    void busy() {
        show(
                "neutral",
                Icon.Shape.CLOCK,
                texts.get("busy.title"),
                new Paragraph(texts.get("busy.text")));
    }

    void damaged(CheckpointDetails checkpoint) {
        HelpTopic topic = HelpTopic.DAMAGED_WEIGHTS;
        show(
                "bad",
                Icon.Shape.WARNING,
                texts.get("damaged.title"),
                new Paragraph(texts.get("damaged.text", checkpoint.epoch())),
                new Advice(topic.name(), topic.address(), texts));
    }
}
