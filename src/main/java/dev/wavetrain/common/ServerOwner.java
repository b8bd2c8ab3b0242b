package dev.wavetrain.common;

/** Who owns this server, and so decides about what all its projects share. */
@FunctionalInterface
public interface ServerOwner {

    boolean is(Caller caller);
}
