package dev.wavetrain.runs;

import dev.wavetrain.training.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt at a run ends.
 *
 * @param state a final one, or {@link RunState#QUEUED} to go on later
 */
public record Ending(RunState state, @Nullable Failure failure) {

    /** Put aside, to go on where it stopped: back to the queue, unless its user wants it paused. */
    public static final Ending LATER = new Ending(RunState.QUEUED, null);

    public static final Ending CANCELLED = new Ending(RunState.CANCELLED, null);

    public Ending {
        if (!state.isFinal() && state != RunState.QUEUED) {
            throw new IllegalArgumentException("no ending: " + state);
        }
    }

    /** Of training that ended by itself; one that was stopped is cancelled. */
    public static Ending of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Completed _ -> new Ending(RunState.COMPLETED, null);
            case Outcome.StoppedEarly _ -> new Ending(RunState.STOPPED_EARLY, null);
            case Outcome.Cancelled _ -> CANCELLED;
            case Outcome.Diverged diverged ->
                    new Ending(
                            RunState.DIVERGED,
                            new Failure(Failure.Reason.DIVERGED, String.valueOf(diverged.epoch())));
        };
    }

    public static Ending failed(Failure.Reason reason, String detail) {
        return new Ending(RunState.FAILED, new Failure(reason, detail));
    }
}
