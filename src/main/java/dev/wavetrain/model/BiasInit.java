package dev.wavetrain.model;

/** How biases start. Either way the forget gate of an LSTM starts at 1. */
public enum BiasInit {
    ZEROS,
    /** One constant for all, drawn from [0, 0.1) by the run's seed. */
    UNIFORM_CONSTANT
}
