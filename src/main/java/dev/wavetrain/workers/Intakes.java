package dev.wavetrain.workers;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.wavetrain.runs.StopRequests;

/** Makes this process do with runs what it was asked to. Its heartbeats go on meanwhile. */
final class Intakes {

    private final Gate gate;
    private final Scheduler scheduler;
    private final StopRequests stops;

    Intakes(Gate gate, Scheduler scheduler, StopRequests stops) {
        this.gate = gate;
        this.scheduler = scheduler;
        this.stops = stops;
    }

    Intake now() {
        return gate.intake();
    }

    /** Again does nothing, but puts aside what was taken at the very moment of being asked. */
    void follow(Intake asked) {
        boolean reopened = asked == Intake.OPEN && !gate.isOpen();
        gate.set(asked);
        if (asked == Intake.OPEN) {
            scheduler.resume();
        } else {
            scheduler.pause();
        }
        if (asked == Intake.EMPTYING) {
            stops.putAside();
        }
        if (reopened) {
            scheduler.triggerCheckForDueExecutions();
        }
    }
}
