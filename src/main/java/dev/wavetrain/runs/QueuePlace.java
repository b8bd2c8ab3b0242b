package dev.wavetrain.runs;

/** A run's place in the queue, in the hands of the worker that took it. */
public interface QueuePlace {

    /** The run waits again. */
    void keep();

    /** The run does not wait any more. */
    void leave();
}
