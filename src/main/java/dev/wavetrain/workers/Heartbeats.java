package dev.wavetrain.workers;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;

/** The thread that says, every few seconds, that this process is there. */
final class Heartbeats implements SmartLifecycle {

    private static final Duration LEAVE_WITHIN = Duration.ofSeconds(2);

    private final ThisNode node;
    private final Duration every;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("heartbeat").factory());
    private volatile boolean running;

    Heartbeats(ThisNode node, Duration every) {
        this.node = node;
        this.every = every;
    }

    /** The first before anything is trained. */
    @Override
    public void start() {
        node.beat();
        var _ =
                thread.scheduleWithFixedDelay(
                        node::beat, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        running = true;
    }

    /** Where the database does not answer others will see that the heartbeats have ended. */
    @Override
    public void stop() {
        running = false;
        var _ = thread.submit(node::leave);
        thread.shutdown();
        try {
            var _ = thread.awaitTermination(LEAVE_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Begins before the slots do, and ends when their runs are put aside. */
    @Override
    public int getPhase() {
        return SmartLifecycle.super.getPhase() - 1;
    }

    /** A pause would end the thread, which cannot start twice. */
    @Override
    public boolean isPauseable() {
        return false;
    }
}
