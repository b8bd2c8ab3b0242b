package dev.wavetrain.shell;

import com.vaadin.flow.component.Component;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.RunId;

/** Something that another feature puts below a run's notes. */
@FunctionalInterface
public interface RunPart {
    Component make(Caller caller, RunId run, Texts texts);
}
