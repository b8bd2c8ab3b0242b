package dev.wavetrain.common;

import java.util.Optional;

/**
 * Looks by links, without an account. A key that is unknown, revoked or past its time opens
 * nothing, nor does one whose run is in the bin: they are not told apart.
 */
public interface Visits {

    /** Looks, without being counted. */
    Optional<Visit> look(String key);

    /** Looks, and counts as one who came. */
    Optional<Visit> begin(String key);

    /**
     * Calls {@code over} within a second or two after the link has ceased to hold, in whatever
     * process that was done; at once where it has already. It is called on a thread that others
     * wait for: it must only note this and return.
     */
    AccessWatch.Following follow(Visit visit, Runnable over);
}
