package dev.wavetrain.runs.ui;

import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one task at a time, and of those that came meanwhile only the newest: what a slider asks for
 * while it is dragged.
 */
public final class NewestWins {

    private static final Logger LOG = LoggerFactory.getLogger(NewestWins.class);

    private final Executor executor;
    private @Nullable Runnable waiting;
    private boolean busy;

    public NewestWins(Executor executor) {
        this.executor = executor;
    }

    public synchronized void run(Runnable task) {
        waiting = task;
        if (!busy) {
            busy = true;
            executor.execute(this::work);
        }
    }

    /** Whether something newer waits, so that what is being worked out need not be shown. */
    public synchronized boolean isOutdated() {
        return waiting != null;
    }

    private void work() {
        for (Runnable task = next(); task != null; task = next()) {
            try {
                task.run();
            } catch (RuntimeException failed) {
                // The next one must still get its turn.
                LOG.warn("A page's background task failed", failed);
            }
        }
    }

    private synchronized @Nullable Runnable next() {
        Runnable task = waiting;
        waiting = null;
        busy = task != null;
        return task;
    }
}
