package dev.wavetrain.common;

/** Tells what is open for long that its account may do something else from now on. */
public interface AccessWatch {

    /** Ends the telling. */
    @FunctionalInterface
    interface Following extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Calls {@code changed} within a second or two after the account was deactivated, its sessions
     * or tokens ended, or its place in a project changed; in whatever process that was done. It is
     * called on a thread that others wait for: it must only note this and return.
     */
    Following follow(UserId user, Runnable changed);
}
