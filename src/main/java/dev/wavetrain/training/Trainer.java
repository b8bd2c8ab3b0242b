package dev.wavetrain.training;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Trains a network, with Keras 2's semantics. Thread-safe: each call stands alone. */
public final class Trainer {

    private final Clock clock;
    private final @Nullable Duration resumeEvery;

    /** Hands over a point to go on from with kept weights and when it is stopped, only then. */
    public Trainer(Clock clock) {
        this(clock, null);
    }

    /**
     * The clock only decides how often something is handed over, never what.
     *
     * @param resumeEvery how often a point to go on from is offered; null for never
     */
    public Trainer(Clock clock, @Nullable Duration resumeEvery) {
        this.clock = clock;
        this.resumeEvery = resumeEvery;
    }

    /**
     * Trains on the calling thread until all epochs are done, patience runs out, the loss diverges
     * or the stop signal is given.
     */
    public Outcome train(TrainingPlan plan, StopSignal stop, TrainingListener listener) {
        return new TrainingLoop(plan, stop, listener, clock, resumeEvery).run();
    }
}
