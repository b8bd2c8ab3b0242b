package dev.wavetrain.training;

/** How training ended. */
public sealed interface Outcome {

    /** Epochs done, those of a resumed run's earlier life included. */
    int epoch();

    /** All epochs asked for. */
    record Completed(int epoch) implements Outcome {}

    /** Patience ran out. */
    record StoppedEarly(int epoch, int bestEpoch) implements Outcome {}

    /**
     * A loss became infinite or not a number.
     *
     * @param epoch the epoch in which it did
     */
    record Diverged(int epoch) implements Outcome {}

    /** The stop signal was given; {@code epoch} is the last one that was finished. */
    record Cancelled(int epoch) implements Outcome {}
}
