package dev.wavetrain.experiments.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.wavetrain.experiments.ExperimentDetails;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Icon;
import dev.wavetrain.shell.parts.OnceButton;
import dev.wavetrain.shell.parts.RelativeTime;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Experiments one under the other, each with its signal, its net and the button that trains it. */
final class ExperimentList extends UnorderedList {

    private final Texts texts;
    private final Clock clock;
    private final Predicate<ExperimentDetails> mayTrain;
    private final Consumer<ExperimentDetails> train;

    ExperimentList(
            Texts texts,
            Clock clock,
            Predicate<ExperimentDetails> mayTrain,
            Consumer<ExperimentDetails> train) {
        this.texts = texts;
        this.clock = clock;
        this.mayTrain = mayTrain;
        this.train = train;
        addClassName("wt-exp-list");
    }

    void add(List<ExperimentDetails> experiments) {
        experiments.forEach(experiment -> add(row(experiment)));
    }

    private ListItem row(ExperimentDetails experiment) {
        Anchor name = new Anchor("experiments/" + experiment.id(), experiment.name());
        name.addClassName("wt-exp-name");
        Span words = new Span(new DefinitionWords(texts).oneLine(experiment.definition()));
        words.addClassName("wt-muted");
        Div text = new Div(name, words);
        text.addClassName("wt-exp-text");
        Span version = new Span(texts.get("experiments.version", experiment.version()));
        Div when = new Div(version, new RelativeTime(experiment.updatedAt(), clock));
        when.addClassName("wt-exp-when");
        Button go =
                new OnceButton(
                        texts.get("action.train"),
                        new Icon(Icon.Shape.PLAY),
                        () -> train.accept(experiment));
        go.setVisible(mayTrain.test(experiment));
        go.setAriaLabel(texts.get("action.train.named", experiment.name()));
        return new ListItem(new SignalSketch(experiment.definition().sequence()), text, when, go);
    }
}
