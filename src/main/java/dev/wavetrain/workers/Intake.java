package dev.wavetrain.workers;

/** What a node does with runs, as it was asked to. A restart forgets it. */
public enum Intake {
    /** Takes runs while it has a free slot. */
    OPEN,
    /** Takes none; those that it trains go on to their end. */
    DRAINING,
    /** Takes none; those that it trains go back to the queue, where they stopped. */
    EMPTYING
}
