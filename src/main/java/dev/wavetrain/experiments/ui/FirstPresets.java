package dev.wavetrain.experiments.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import dev.wavetrain.common.CurrentCaller;
import dev.wavetrain.experiments.Preset;
import dev.wavetrain.experiments.Presets;
import dev.wavetrain.shell.Texts;
import org.springframework.stereotype.Component;

/** The easiest built-in experiments as cards, for whoever has not trained anything yet. */
@Component
public class FirstPresets {

    private final CurrentCaller caller;
    private final PresetTraining training;

    FirstPresets(CurrentCaller caller, PresetTraining training) {
        this.caller = caller;
        this.training = training;
    }

    /** At most {@code most} cards; Train on one leads to its run's page. */
    public com.vaadin.flow.component.Component cards(int most, Texts texts) {
        Cards cards = new Cards();
        for (Preset preset : Presets.all().subList(0, most)) {
            cards.add(new PresetCard(preset, texts, () -> train(cards, preset, texts)));
        }
        return cards;
    }

    private void train(Cards cards, Preset preset, Texts texts) {
        if (cards.pressed) {
            return;
        }
        // The cards are still there for a second click: it must not train twice.
        cards.pressed = true;
        String name = texts.get("preset." + preset.key() + ".name");
        UI.getCurrent().navigate("runs/" + training.train(caller.get(), preset, name));
    }

    @StyleSheet("styles/experiments.css")
    private static final class Cards extends Div {

        private boolean pressed;

        Cards() {
            addClassName("wt-gallery");
        }
    }
}
