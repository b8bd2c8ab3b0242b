package dev.wavetrain.shell;

import com.vaadin.flow.component.Component;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.CheckpointId;
import dev.wavetrain.common.ProjectId;
import org.jspecify.annotations.Nullable;

/** Something that another feature can do with saved weights: stands beside them in their list. */
@FunctionalInterface
public interface CheckpointPart {

    /**
     * Null where it is not for the caller.
     *
     * @param project of the run that saved them
     */
    @Nullable Component make(
            Caller caller, ProjectId project, CheckpointId checkpoint, int epoch, Texts texts);
}
