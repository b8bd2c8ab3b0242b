package dev.wavetrain.sequence;

/** What a net learns to do with a window of a series. */
public enum Task {
    /** A window predicts the same window one step on; every step is trained. */
    NEXT_STEP,
    /** A window predicts the one value after it. */
    NEXT_VALUE,
    /** Encoder-decoder: windows of the input become windows of the target, teacher-forced. */
    TRANSLATE
}
