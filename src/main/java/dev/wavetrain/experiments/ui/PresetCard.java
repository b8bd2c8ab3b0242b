package dev.wavetrain.experiments.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.wavetrain.experiments.Preset;
import dev.wavetrain.model.Head;
import dev.wavetrain.model.Network;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.Icon;
import dev.wavetrain.shell.parts.OnceButton;

/** A built-in experiment: what it learns from, drawn and said, and the button that trains it. */
final class PresetCard extends Article {

    PresetCard(Preset preset, Texts texts, Runnable train) {
        addClassName("wt-preset");
        String name = texts.get("preset." + preset.key() + ".name");
        H3 title = new H3(name);
        Paragraph summary = new Paragraph(texts.get("preset." + preset.key() + ".summary"));
        Paragraph signal = new Paragraph(DefinitionWords.signal(preset.definition().sequence()));
        signal.addClassName("wt-code");
        Div words = new Div(title, summary, signal, facts(preset, texts));
        words.addClassName("wt-preset-words");
        add(
                new SignalSketch(preset.definition().sequence()),
                words,
                actions(preset, name, texts, train));
    }

    private static Div facts(Preset preset, Texts texts) {
        Network network =
                Network.of(
                        preset.definition().network(),
                        preset.definition().sequence().task(),
                        preset.definition().sequence().window());
        Div facts =
                new Div(
                        new Span(texts.nameOf("task", preset.definition().sequence().task())),
                        new Span(new DefinitionWords(texts).network(preset.definition().network())),
                        new Span(
                                texts.get(
                                        "words.parameters", texts.count(network.parameterCount()))),
                        new Span(
                                texts.get(
                                        network.head() == Head.LAST
                                                ? "words.epochs.most"
                                                : "words.epochs",
                                        preset.definition().training().epochs())));
        facts.addClassName("wt-preset-facts");
        return facts;
    }

    private static Div actions(Preset preset, String name, Texts texts, Runnable train) {
        Button go = new OnceButton(texts.get("action.train"), new Icon(Icon.Shape.PLAY), train);
        go.addThemeVariants(ButtonVariant.PRIMARY);
        go.setAriaLabel(texts.get("action.train.named", name));
        go.getElement().setAttribute("data-preset", preset.key());
        Anchor open =
                new Anchor(
                        "experiments/new?preset=" + preset.key(), texts.get("action.openInEditor"));
        open.setRouterIgnore(false);
        open.setAriaLabel(texts.get("action.openInEditor.named", name));
        Div actions = new Div(go, open);
        actions.addClassName("wt-preset-actions");
        return actions;
    }
}
