package dev.wavetrain.runs;

import dev.wavetrain.common.RunId;

/** Where queued runs wait for a worker. Called within the transaction that changes the run. */
public interface RunQueue {

    /** A run that waits already stays where it is. */
    void enqueue(RunId run, int priority);

    /** A run that does not wait is left alone. */
    void remove(RunId run);
}
