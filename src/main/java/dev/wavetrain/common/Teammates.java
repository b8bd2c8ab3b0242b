package dev.wavetrain.common;

/** Who works together with whom. */
@FunctionalInterface
public interface Teammates {

    /** Whether somebody else is a member of a project that the caller sees. */
    boolean together(Caller caller, UserId other);
}
