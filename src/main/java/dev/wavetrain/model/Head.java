package dev.wavetrain.model;

import dev.wavetrain.sequence.Task;

/** What stands on the recurrent layers. */
public enum Head {
    /** A dense layer on every step. */
    SEQUENCE,
    /** A dense layer on the last step. */
    LAST,
    /** An encoder's final state starts a decoder; a dense layer on every step of the decoder. */
    ENCODER_DECODER;

    public static Head of(Task task) {
        return switch (task) {
            case NEXT_STEP -> SEQUENCE;
            case NEXT_VALUE -> LAST;
            case TRANSLATE -> ENCODER_DECODER;
        };
    }
}
