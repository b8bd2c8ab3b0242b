package dev.wavetrain.shell;

import com.vaadin.flow.component.Component;

/** Something that a feature puts above the navigation. */
@FunctionalInterface
public interface DrawerPart {
    Component make(Texts texts);
}
