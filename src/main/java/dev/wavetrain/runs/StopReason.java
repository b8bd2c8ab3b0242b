package dev.wavetrain.runs;

/** Why a run that trains is asked to stop. */
public enum StopReason {
    /** Its user cancelled it. */
    CANCEL,
    /** Its user paused it. */
    PAUSE,
    /** This process ends: the run goes back to the queue. */
    SHUTDOWN,
    /** Another worker has it now: what this one does no longer counts. */
    TAKEN_OVER,
    /** What it measures cannot be stored. */
    STORE_FAILED
}
