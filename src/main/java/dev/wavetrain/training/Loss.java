package dev.wavetrain.training;

/** What training lowers: a mean over batch, time and feature. */
public enum Loss {
    MSE,
    MAE,
    /** Quadratic up to an error of 1, linear beyond (Keras's {@code Huber}). */
    HUBER,
    CATEGORICAL_CROSSENTROPY
}
