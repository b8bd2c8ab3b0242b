package dev.wavetrain.runs;

/** What the runs of a list stand under the headings of. */
public enum Grouping {
    NONE,
    EXPERIMENT,
    TAG,
    /** Groups of seeds. */
    GROUP
}
