package dev.wavetrain.training;

/** In which order the training samples are read. */
public enum Shuffle {
    /** The last samples are cut off for validation; the others are permuted anew each epoch. */
    EVERY_EPOCH,
    /** One permutation of all samples before the split, then a fixed order. */
    ONCE_BEFORE_SPLIT,
    NEVER
}
