package dev.wavetrain.sequence;

/**
 * How a series is brought to a size that nets learn well from. Fitted on the training part alone.
 */
public enum Scaling {
    NONE,
    /** The least value becomes 0, the greatest 1. */
    MIN_MAX,
    /** The mean becomes 0, the standard deviation 1. */
    STANDARD
}
