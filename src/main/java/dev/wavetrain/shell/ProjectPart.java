package dev.wavetrain.shell;

import com.vaadin.flow.component.Component;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.ProjectId;

/** Something that another feature puts below a project's members. */
@FunctionalInterface
public interface ProjectPart {
    Component make(Caller caller, ProjectId project, Texts texts);
}
