package dev.wavetrain.runs;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.GroupId;
import dev.wavetrain.common.RunId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells listeners in this process where runs stand, after it was stored here or by another process
 * on the same database. Listeners are called on the thread that stored it: they must only note the
 * event and return. One that throws does not disturb the others.
 */
@Component
public class RunFeed {

    private static final Logger LOG = LoggerFactory.getLogger(RunFeed.class);

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<RunEvent>> relays = new CopyOnWriteArrayList<>();

    /** Follows one run; a caller that does not see it hears nothing. */
    public Subscription subscribe(Caller caller, RunId run, Consumer<RunEvent> listener) {
        return add(event -> {
            if (event.run().equals(run) && caller.sees(event.project(), run)) {
                listener.accept(event);
            }
        });
    }

    /** Follows the runs of a group; a caller that does not see it hears nothing. */
    public Subscription subscribe(Caller caller, RunGroup group, Consumer<RunEvent> listener) {
        GroupId id = group.details().id();
        Set<RunId> own = group.runs().stream().map(RunDetails::id).collect(Collectors.toSet());
        return add(event -> {
            if (own.contains(event.run()) && caller.sees(event.project(), id)) {
                listener.accept(event);
            }
        });
    }

    /** Follows every run of the projects that the caller sees. */
    public Subscription subscribeAll(Caller caller, Consumer<RunEvent> listener) {
        return add(event -> {
            if (caller.sees(event.project())) {
                listener.accept(event);
            }
        });
    }

    /** Passes on what is published in this process, but not what comes from others. */
    public void relay(Consumer<RunEvent> elsewhere) {
        relays.add(elsewhere);
    }

    /** Tells everyone. Call it after the commit of what the event says, never before. */
    public void publish(RunEvent event) {
        relays.forEach(relay -> relay.accept(event));
        hear(event);
    }

    /** Tells everyone here of what another process has stored. */
    public void hear(RunEvent event) {
        for (Listener listener : listeners) {
            try {
                listener.hear(event);
            } catch (RuntimeException failed) {
                LOG.warn("A listener failed on {}", event, failed);
            }
        }
    }

    private Subscription add(Listener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @FunctionalInterface
    private interface Listener {
        void hear(RunEvent event);
    }
}
