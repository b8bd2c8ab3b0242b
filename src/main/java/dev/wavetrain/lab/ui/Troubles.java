package dev.wavetrain.lab.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import dev.wavetrain.common.FieldError;
import dev.wavetrain.lab.Subject;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Banner;
import dev.wavetrain.shell.parts.Icon;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which checkpoints could not be tried, and why; the others are shown beside it. */
final class Troubles extends Banner {

    private final Texts texts;

    Troubles(Texts texts) {
        this.texts = texts;
    }

    void clear() {
        setVisible(false);
    }

    void say(String text) {
        show("neutral", Icon.Shape.INFO, text);
    }

    void busy() {
        show("neutral", Icon.Shape.CLOCK, texts.get("busy.title"));
    }

    /** Says what is wrong with each that has no finding; nothing where all have one. */
    void show(List<Outcome> outcomes) {
        UnorderedList list = new UnorderedList();
        for (Outcome outcome : outcomes) {
            why(outcome).ifPresent(reason -> list.add(new ListItem(reason)));
        }
        if (list.getChildren().findAny().isEmpty()) {
            clear();
        } else {
            show("warning", Icon.Shape.WARNING, texts.get("lab.trouble"), list);
        }
    }

    private Optional<String> why(Outcome outcome) {
        String name = name(outcome.subject());
        return switch (outcome) {
            case Outcome.Found _ -> Optional.empty();
            case Outcome.Damaged _ -> Optional.of(texts.get("lab.trouble.damaged", name));
            case Outcome.Gone _ -> Optional.of(texts.get("lab.trouble.gone", name));
            case Outcome.Refused _ -> Optional.of(texts.get("lab.trouble.unreadable", name));
            case Outcome.Failed _ -> Optional.of(texts.get("lab.trouble.failed", name));
            case Outcome.Unfit(var _, var wrong) ->
                    Optional.of(texts.get("lab.trouble.unfit", name, said(wrong.errors())));
        };
    }

    private String said(List<FieldError> errors) {
        LabWords words = new LabWords(texts);
        return errors.stream().map(words::said).distinct().collect(Collectors.joining("; "));
    }

    private String name(Subject subject) {
        return texts.get("lab.checkpoint", subject.run().name(), subject.checkpoint().epoch());
    }
}
