package dev.wavetrain.common;

import java.util.stream.Stream;

/** What an exception comes from. */
public final class Causes {

    /** A chain may be a ring. */
    private static final int MOST = 30;

    private Causes() {}

    /** The exception itself first, what it all began with last. */
    public static Stream<Throwable> of(Throwable failed) {
        return Stream.iterate(failed, cause -> cause != null, Throwable::getCause).limit(MOST);
    }
}
