package dev.wavetrain.talking.ui;

import com.vaadin.flow.component.Component;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.shell.ProjectPart;
import dev.wavetrain.shell.Texts;
import dev.wavetrain.talking.Activities;
import java.time.Clock;

/** Puts on a project's page what happened in it. */
@org.springframework.stereotype.Component
record ActivityPart(Activities activities, Clock clock) implements ProjectPart {

    @Override
    public Component make(Caller caller, ProjectId project, Texts texts) {
        return new ActivityCard(caller, project, this, texts);
    }
}
