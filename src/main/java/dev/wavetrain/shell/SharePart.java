package dev.wavetrain.shell;

import com.vaadin.flow.component.Component;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Shared;

/** The way to show something to people without an account: a button that leads to its links. */
@FunctionalInterface
public interface SharePart {

    /**
     * @param caller who may change what is shared
     * @param name of what is shared
     */
    Component button(Caller caller, Shared what, String name, Texts texts);
}
