package dev.wavetrain.data;

/** What a column holds. Only numbers can be learned from. */
public enum ColumnType {
    NUMBER,
    TIME,
    TEXT,
    /** Nothing in any row. */
    EMPTY
}
