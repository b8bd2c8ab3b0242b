package dev.wavetrain.common;

/** The caller sees this and may not change it. The message says who may. */
public class Forbidden extends RuntimeException {

    public Forbidden(String message) {
        super(message);
    }
}
