package dev.wavetrain.sequence;

/** What becomes of values that a column lacks. */
public enum Missing {
    /** A column that lacks values is not taken. */
    REFUSE,
    /** Each is the last one known before it; before the first known one, that one. */
    LAST,
    /** Each lies on a straight line between its known neighbours; at the ends, the nearest. */
    LINEAR,
    ZERO
}
