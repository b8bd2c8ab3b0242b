package dev.wavetrain.runs.ui;

import com.vaadin.flow.component.html.Div;
import dev.wavetrain.experiments.ui.FirstPresets;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.shell.parts.EmptyState;
import dev.wavetrain.shell.parts.Icon;

/** What the page of runs says where there is none at all. */
record NoRuns(Texts texts, FirstPresets presets) {

    private static final int FIRST_PRESETS = 3;

    Div inBin() {
        return new EmptyState(
                Icon.Shape.BIN, texts.get("runs.bin.empty"), texts.get("runs.bin.empty.text"));
    }

    /** To who may not train here. */
    Div toSee() {
        return new EmptyState(
                Icon.Shape.WAVE, texts.get("runs.none.project"), texts.get("access.viewOnly"));
    }

    /** With experiments that are trained by one click. */
    Div toBegin() {
        Div first =
                new Div(
                        new EmptyState(
                                Icon.Shape.WAVE,
                                texts.get("runs.empty"),
                                texts.get("runs.empty.text")),
                        presets.cards(FIRST_PRESETS, texts));
        first.addClassName("wt-runs-first");
        return first;
    }
}
