package dev.wavetrain.shell;

import com.vaadin.flow.component.Component;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.ProjectId;
import org.jspecify.annotations.Nullable;

/** Something that another feature puts below a project's members. */
@FunctionalInterface
public interface ProjectPart {

    /** Null where it is not for the caller. */
    @Nullable Component make(Caller caller, ProjectId project, Texts texts);
}
