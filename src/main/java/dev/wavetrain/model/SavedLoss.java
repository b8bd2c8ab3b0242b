package dev.wavetrain.model;

/** The loss a saved model was trained on: a mean over batch, time and feature. */
public enum SavedLoss {
    MSE,
    MAE,
    HUBER,
    CATEGORICAL_CROSSENTROPY
}
