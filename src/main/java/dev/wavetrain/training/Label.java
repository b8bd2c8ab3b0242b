package dev.wavetrain.training;

/** Why a snapshot is kept. */
public enum Label {
    BEST,
    PERIODIC,
    LAST
}
