package dev.wavetrain.workers;

import dev.wavetrain.common.Clockwork;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The thread that says, every few seconds, that this process is there. */
final class Heartbeats extends Clockwork {

    private static final Duration LEAVE_WITHIN = Duration.ofSeconds(2);

    private final ThisNode node;
    private final Duration every;

    Heartbeats(ThisNode node, Duration every) {
        super("heartbeat");
        this.node = node;
        this.every = every;
    }

    /** The first before anything is trained. */
    @Override
    protected void begin() {
        node.beat();
        repeat(node::beat, every, every);
    }

    /** Where the database does not answer others will see that the heartbeats have ended. */
    @Override
    public void stop() {
        var _ = thread().submit(node::leave);
        super.stop();
        try {
            var _ = thread().awaitTermination(LEAVE_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** Begins before the slots do, and ends when their runs are put aside. */
    @Override
    public int getPhase() {
        return super.getPhase() - 1;
    }
}
