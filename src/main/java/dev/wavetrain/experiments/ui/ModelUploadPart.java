package dev.wavetrain.experiments.ui;

import com.vaadin.flow.component.button.Button;
import dev.wavetrain.common.Caller;
import dev.wavetrain.shell.Texts;

/** Offers to bring a model that was trained elsewhere. Implemented where runs are. */
@FunctionalInterface
public interface ModelUploadPart {

    /** For somebody who may change the project that they work in. */
    Button button(Caller caller, Texts texts);
}
