package dev.wavetrain.runs.ui;

import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.RunEvent;
import dev.wavetrain.runs.RunState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Runs that are heard of and whose rows are not there. The list is read again when one of them is
 * new or has another state, not with each of its epochs.
 */
final class Elsewhere {

    private static final Duration REST = Duration.ofSeconds(3);
    private static final int MOST = 2_000;

    private final Map<RunId, RunState> heard =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<RunId, RunState> eldest) {
                    return size() > MOST;
                }
            };
    private final Clock clock;
    private Instant rested = Instant.MIN;

    Elsewhere(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param epochsMatter whether what runs measure says what the list has: then it is read again
     *     now and then
     */
    boolean matters(Collection<RunEvent> events, boolean epochsMatter) {
        boolean changed = false;
        for (RunEvent event : events) {
            changed |= heard.put(event.run(), event.state()) != event.state();
        }
        Instant now = clock.instant();
        boolean due = epochsMatter && !events.isEmpty() && !now.isBefore(rested);
        if (changed || due) {
            rested = now.plus(REST);
        }
        return changed || due;
    }
}
