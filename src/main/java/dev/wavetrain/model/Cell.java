package dev.wavetrain.model;

/** The recurrent cell of a network. */
public enum Cell {
    SIMPLE_RNN,
    LSTM,
    /** Reset gate applied after the recurrent product, two biases (Keras's {@code reset_after}). */
    GRU
}
