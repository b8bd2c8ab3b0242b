package dev.wavetrain.runs;

/** Why a run that trains is asked to stop. */
public enum StopReason {
    /** Its user cancelled it. */
    CANCEL,
    /** Its user paused it. */
    PAUSE,
    /** This process ends: the run goes back to the queue. */
    SHUTDOWN,
    /** This process is to train nothing for now: the run goes back to the queue. */
    PUT_ASIDE,
    /** Another worker has it now: what this one does no longer counts. */
    TAKEN_OVER,
    /** What it measures cannot be stored. */
    STORE_FAILED;

    /** Whether the run is to go on later, here or elsewhere, from where it stopped. */
    public boolean goesOn() {
        return this == PAUSE || this == SHUTDOWN || this == PUT_ASIDE;
    }
}
