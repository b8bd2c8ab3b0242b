package dev.wavetrain.shell;

import com.vaadin.flow.component.Component;
import dev.wavetrain.common.Caller;

/** Something about one's own account that another feature puts on its page. */
@FunctionalInterface
public interface AccountPart {
    Component make(Caller caller, Texts texts);
}
