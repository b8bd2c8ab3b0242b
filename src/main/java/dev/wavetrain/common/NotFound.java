package dev.wavetrain.common;

/** What was asked for does not exist, or not for this caller: the two are never told apart. */
public class NotFound extends RuntimeException {

    public NotFound(String kind, Object id) {
        super("no " + kind + " with id " + id);
    }
}
