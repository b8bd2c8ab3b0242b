package dev.wavetrain.common;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who wants to hear of which thing. One that fails to listen keeps no other from hearing. */
public final class Followers<K> {

    private static final Logger LOG = LoggerFactory.getLogger(Followers.class);

    private final Map<K, Set<Runnable>> all = new ConcurrentHashMap<>();

    /**
     * @return ends the following
     */
    public Runnable add(K key, Runnable listener) {
        // The same listener may follow twice: each following ends by itself.
        Runnable own = listener::run;
        all.compute(
                key,
                (id, known) -> {
                    Set<Runnable> those = known == null ? ConcurrentHashMap.newKeySet() : known;
                    those.add(own);
                    return those;
                });
        return () ->
                all.computeIfPresent(
                        key,
                        (id, known) -> {
                            known.remove(own);
                            return known.isEmpty() ? null : known;
                        });
    }

    public boolean has(K key) {
        return all.containsKey(key);
    }

    /** What is followed just now. */
    public Set<K> keys() {
        return Set.copyOf(all.keySet());
    }

    public void tell(K key) {
        run(key, all.getOrDefault(key, Set.of()));
    }

    /** The same for the last time: nobody follows it any more. */
    public void tellAndForget(K key) {
        Set<Runnable> those = all.remove(key);
        run(key, those == null ? Set.of() : those);
    }

    private void run(K key, Set<Runnable> those) {
        for (Runnable listener : List.copyOf(those)) {
            try {
                listener.run();
            } catch (RuntimeException failed) {
                LOG.warn("A listener failed on news about {}", key, failed);
            }
        }
    }
}
