package dev.wavetrain.runs.internal;

import dev.wavetrain.common.OtherProcesses;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.Role;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.RunEvent;
import dev.wavetrain.runs.RunFeed;
import dev.wavetrain.runs.RunState;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Joins the feeds of all processes. Each tells the others what it publishes; what one missed all
 * the same it finds by reading where runs stand.
 */
@Component
class FeedAcross {

    private static final String TOPIC = "run";
    private static final Set<RunState> ACTIVE = Set.of(RunState.QUEUED, RunState.RUNNING);

    private final RunRows rows;
    private final RunFeed feed;
    private final OtherProcesses others;

    /** What the feed here said last of each run that has not ended, and of some that just have. */
    private final Map<RunId, RunEvent> told = new ConcurrentHashMap<>();

    FeedAcross(RunRows rows, RunFeed feed, OtherProcesses others, Role role) {
        this.rows = rows;
        this.feed = feed;
        this.others = others;
        if (others.possible()) {
            feed.relay(event -> others.tell(TOPIC, event.run().toString(), text(event)));
        }
        // Nobody follows runs in a worker.
        if (others.possible() && role.serves()) {
            feed.relay(event -> told.put(event.run(), event));
            others.hear(TOPIC, text -> heard(event(text)));
        }
    }

    private void heard(RunEvent event) {
        told.put(event.run(), event);
        feed.hear(event);
    }

    /**
     * Tells listeners here whatever they have not been told. All active runs are asked for, and
     * those which were, to learn what became of them.
     */
    void readOn() {
        if (!others.possible()) {
            return;
        }
        Map<RunId, RunEvent> before = Map.copyOf(told);
        Set<UUID> gone = before.keySet().stream().map(RunId::value).collect(Collectors.toSet());
        for (Standing active : rows.standings(ACTIVE)) {
            gone.remove(active.run());
            catchUp(before, active.event());
        }
        if (!gone.isEmpty()) {
            forget(before, gone);
        }
    }

    /** Runs that are not active any more need not be asked for again. */
    private void forget(Map<RunId, RunEvent> before, Set<UUID> gone) {
        for (Standing ended : rows.standingsOf(gone)) {
            gone.remove(ended.run());
            catchUp(before, ended.event());
            told.remove(new RunId(ended.run()), ended.event());
        }
        gone.forEach(deleted -> told.remove(new RunId(deleted)));
    }

    /** What the feed said while the database was read is newer. */
    private void catchUp(Map<RunId, RunEvent> before, RunEvent event) {
        RunEvent last = before.get(event.run());
        if (event.equals(last)) {
            return;
        }
        boolean stillLast =
                last == null
                        ? told.putIfAbsent(event.run(), event) == null
                        : told.replace(event.run(), last, event);
        if (stillLast) {
            feed.hear(event);
        }
    }

    static String text(RunEvent event) {
        return String.join(
                " ",
                event.run().toString(),
                event.project().toString(),
                event.state().name(),
                String.valueOf(event.epoch()),
                String.valueOf(event.checkpointEpoch()));
    }

    static RunEvent event(String text) {
        String[] parts = text.split(" ");
        return new RunEvent(
                new RunId(UUID.fromString(parts[0])),
                new ProjectId(UUID.fromString(parts[1])),
                RunState.valueOf(parts[2]),
                Integer.parseInt(parts[3]),
                Integer.parseInt(parts[4]));
    }
}
