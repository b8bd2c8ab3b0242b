package dev.wavetrain.runs.internal;

/** A run was to begin with the weights of another, and they cannot be read any more. */
class LostBeginning extends RuntimeException {

    LostBeginning(Throwable cause) {
        super("the weights that it began with cannot be read", cause);
    }
}
