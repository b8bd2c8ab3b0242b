package dev.wavetrain.runs.internal;

import dev.wavetrain.runs.RunState;
import dev.wavetrain.runs.StopReason;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** What a run's users want of the worker that trains it. A cancel outweighs a pause. */
@Embeddable
record Wishes(
        @Column(name = "cancel_requested") boolean cancel,
        @Column(name = "pause_requested") boolean pause) {

    static final Wishes NONE = new Wishes(false, false);
    static final Wishes CANCEL = new Wishes(true, false);
    static final Wishes PAUSE = new Wishes(false, true);

    /** What to tell the worker; null for nothing. */
    @Nullable StopReason stop() {
        if (cancel) {
            return StopReason.CANCEL;
        }
        return pause ? StopReason.PAUSE : null;
    }

    /** Where a run comes that is not trained on now. */
    RunState aside() {
        if (cancel) {
            return RunState.CANCELLED;
        }
        return pause ? RunState.PAUSED : RunState.QUEUED;
    }
}
