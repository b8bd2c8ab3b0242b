package dev.wavetrain.talking;

import dev.wavetrain.common.OtherProcesses;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells open pages that there is something to read, whichever process stored it. What it is they
 * ask for themselves, so that nobody hears what they may not see.
 */
abstract class Signals {

    private static final Logger LOG = LoggerFactory.getLogger(Signals.class);

    private final OtherProcesses others;
    private final String topic;
    private final Map<UUID, Set<Consumer<Boolean>>> listeners = new ConcurrentHashMap<>();

    Signals(OtherProcesses others, String topic) {
        this.others = others;
        this.topic = topic;
        others.hear(topic, text -> tell(UUID.fromString(text)));
    }

    /** Whether another process may have told something that got lost. */
    public boolean mayMiss() {
        return others.possible();
    }

    /** The listener is called on the thread of whoever wrote: it must be quick. */
    final Runnable subscribe(UUID about, Consumer<Boolean> listener) {
        // The same listener may come twice: each ends by itself.
        Consumer<Boolean> own = listener::accept;
        listeners.compute(
                about,
                (id, known) -> {
                    Set<Consumer<Boolean>> all =
                            known == null ? ConcurrentHashMap.newKeySet() : known;
                    all.add(own);
                    return all;
                });
        return () ->
                listeners.computeIfPresent(
                        about,
                        (id, known) -> {
                            known.remove(own);
                            return known.isEmpty() ? null : known;
                        });
    }

    /** To be called after the commit of what there is to read. */
    final void publish(UUID about) {
        others.tell(topic, about.toString(), about.toString());
        tell(about);
    }

    private void tell(UUID about) {
        for (Consumer<Boolean> listener : listeners.getOrDefault(about, Set.of())) {
            try {
                listener.accept(true);
            } catch (RuntimeException failed) {
                LOG.warn("A listener failed on news about {}", about, failed);
            }
        }
    }
}
