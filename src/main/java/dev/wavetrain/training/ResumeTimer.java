package dev.wavetrain.training;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Offers a point to go on from after so much time, between two batches: an epoch may take minutes,
 * and a process that is killed should lose seconds.
 */
final class ResumeTimer {

    private final TrainingState state;
    private final Clock clock;
    private final @Nullable Duration every;
    private final TrainingListener listener;
    private long offered;

    /**
     * @param every null for never
     */
    ResumeTimer(
            TrainingState state, Clock clock, @Nullable Duration every, TrainingListener listener) {
        this.state = state;
        this.clock = clock;
        this.every = every;
        this.listener = listener;
        this.offered = every == null ? 0 : clock.millis();
    }

    /** After each batch. */
    void batchEnded() {
        if (every == null) {
            return;
        }
        long now = clock.millis();
        if (now - offered >= every.toMillis()) {
            offered = now;
            listener.resumePointDue(state::now);
        }
    }
}
