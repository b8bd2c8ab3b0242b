package dev.wavetrain.common;

/** The state of something forbids what was asked of it. The message says so to a user. */
public class Conflict extends RuntimeException {

    public Conflict(String message) {
        super(message);
    }
}
