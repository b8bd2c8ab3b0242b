package dev.wavetrain.runs.internal;

import dev.wavetrain.common.OtherProcesses;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.StopReason;
import dev.wavetrain.runs.StopRequests;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Brings the wish to stop a run to the process that trains it. Another one is told to look at the
 * run's row, so a message that comes late or twice stops nothing; one that never comes is made good
 * for by looking every second.
 */
@Component
class WishesAcross {

    private static final String TOPIC = "wish";

    private final RunRows rows;
    private final StopRequests stops;
    private final OtherProcesses others;

    WishesAcross(RunRows rows, StopRequests stops, OtherProcesses others) {
        this.rows = rows;
        this.stops = stops;
        this.others = others;
        others.hear(TOPIC, this::heard);
    }

    /** After the commit. */
    void tell(RunId run, StopReason why) {
        stops.request(run, why);
        others.tell(TOPIC, run.toString(), run.toString());
    }

    private void heard(String text) {
        RunId run = new RunId(UUID.fromString(text));
        if (stops.open().contains(run)) {
            look(Set.of(run));
        }
    }

    /** Stops what is to stop of all that trains here. */
    void look() {
        if (others.possible()) {
            look(stops.open());
        }
    }

    private void look(Set<RunId> runs) {
        if (runs.isEmpty()) {
            return;
        }
        Set<UUID> ids = runs.stream().map(RunId::value).collect(Collectors.toSet());
        for (Wish wish : rows.wishes(ids)) {
            StopReason why = wish.wishes().stop();
            if (why != null) {
                stops.request(new RunId(wish.run()), why);
            }
        }
    }
}
