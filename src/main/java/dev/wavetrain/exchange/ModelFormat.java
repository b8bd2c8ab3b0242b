package dev.wavetrain.exchange;

/** Whose file a model was read from. */
public enum ModelFormat {
    /** A checkpoint that was downloaded here or on another server. */
    WAVETRAIN,
    /** What DL4J's {@code ModelSerializer} writes. */
    DL4J,
    /** Keras's {@code .keras}: a zip with a configuration and the weights as HDF5. */
    KERAS,
    /** Keras's older form, HDF5 alone. */
    KERAS_H5
}
