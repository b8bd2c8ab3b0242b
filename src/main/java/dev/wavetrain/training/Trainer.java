package dev.wavetrain.training;

import java.time.Clock;

/** Trains a network, with Keras 2's semantics. Thread-safe: each call stands alone. */
public final class Trainer {

    private final Clock clock;

    /** The clock only decides how often best weights are handed over. */
    public Trainer(Clock clock) {
        this.clock = clock;
    }

    /**
     * Trains on the calling thread until all epochs are done, patience runs out, the loss diverges
     * or the stop signal is given.
     */
    public Outcome train(TrainingPlan plan, StopSignal stop, TrainingListener listener) {
        return new TrainingLoop(plan, stop, listener, clock).run();
    }
}
