package dev.wavetrain.runs.internal;

import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.common.UserId;
import dev.wavetrain.runs.RunEnded;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells that a run has ended, within the transaction that stores it. */
@Component
class RunEndings {

    private final ApplicationEventPublisher events;

    RunEndings(ApplicationEventPublisher events) {
        this.events = events;
    }

    void tell(RunEntity run) {
        RunOrigin origin = run.origin();
        events.publishEvent(
                new RunEnded(
                        new RunId(run.id()),
                        new ProjectId(origin.project()),
                        new UserId(origin.owner()),
                        run.state()));
    }
}
