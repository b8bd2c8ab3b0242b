package dev.wavetrain.common;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Whether the database answers, as far as this process knows just now. */
public final class DatabaseHealth {

    private final List<Consumer<Boolean>> watchers = new CopyOnWriteArrayList<>();
    private volatile boolean away;

    public boolean isAway() {
        return away;
    }

    /** Told by whoever sees it go and come back. */
    public void told(boolean isAway) {
        if (away != isAway) {
            away = isAway;
            watchers.forEach(watcher -> watcher.accept(isAway));
        }
    }

    /**
     * Calls a quick listener with each change of {@link #isAway}.
     *
     * @return ends that
     */
    public Runnable watch(Consumer<Boolean> watcher) {
        // The same listener may watch twice: each watching ends by itself.
        Consumer<Boolean> own = watcher::accept;
        watchers.add(own);
        return () -> watchers.remove(own);
    }
}
