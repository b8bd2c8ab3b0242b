package dev.wavetrain.runs;

/** Where a run is in its life. */
public enum RunState {
    /** Waits for a slot. */
    QUEUED,
    RUNNING,
    /** Stopped by its user, to go on later. */
    PAUSED,
    /** All epochs done. */
    COMPLETED,
    /** Patience ran out. */
    STOPPED_EARLY,
    /** A loss became infinite or not a number. */
    DIVERGED,
    CANCELLED,
    /** Could not be trained; its failure says why. */
    FAILED;

    /** Whether nothing more will happen to the run. */
    public boolean isFinal() {
        return !isActive() && this != PAUSED;
    }

    /** Whether it trains, or will by itself. */
    public boolean isActive() {
        return this == QUEUED || this == RUNNING;
    }
}
