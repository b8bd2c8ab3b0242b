package dev.wavetrain.runs;

import dev.wavetrain.common.RunId;
import java.time.Instant;

/** Where queued runs wait for a worker. Called within the transaction that changes the run. */
public interface RunQueue {

    /**
     * A run that waits already stays where it is.
     *
     * @param since of equal priority, who has waited longest starts first
     */
    void enqueue(RunId run, int priority, Instant since);

    /** A run that does not wait is left alone. */
    void remove(RunId run);

    /** How many will start before this one; 0 for one that does not wait. */
    long ahead(RunId run);

    /** Whether anybody takes runs. */
    boolean isServed();
}
