package dev.wavetrain.runs;

import dev.wavetrain.common.RunId;
import java.util.List;
import java.util.Optional;

/** Runs as workers handle them. */
public interface RunExecutions {

    /**
     * Takes a run: marks it as running, fences off whoever trained it before, and starts its
     * recorder. The taker must call {@link RunRecorder#end}.
     *
     * @param worker the name to show for who trains it
     * @param stop opened by {@link StopRequests#open} before
     * @return empty where there is nothing to train: the run has ended, or cannot be prepared and
     *     has failed
     */
    Optional<RunWork> begin(RunId run, String worker, StopFlag stop);

    /**
     * Ends what {@link #begin} began: keeps the run's place in the queue where it waits again, else
     * leaves it, in one transaction with looking how the run stands.
     */
    void settle(RunId run, QueuePlace place);

    /** All runs that are queued or running. */
    List<WaitingRun> unfinished();
}
