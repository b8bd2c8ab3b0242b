package dev.wavetrain.experiments.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import dev.wavetrain.experiments.Preset;
import dev.wavetrain.shell.Texts;
import java.util.List;
import java.util.function.BiConsumer;

/** Built-in experiments as cards, each with a button that trains it. */
@StyleSheet("styles/experiments.css")
final class PresetGallery extends Div {

    /**
     * @param train takes the preset and its name in the reader's language
     */
    PresetGallery(List<Preset> presets, Texts texts, BiConsumer<Preset, String> train) {
        addClassName("wt-gallery");
        for (Preset preset : presets) {
            String name = texts.get("preset." + preset.key() + ".name");
            add(new PresetCard(preset, texts, () -> train.accept(preset, name)));
        }
    }
}
