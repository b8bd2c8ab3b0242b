package dev.wavetrain.common;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Lets one through and then none for a while, so that trouble which lasts does not fill a log. */
public final class Seldom {

    private static final long NEVER = Long.MIN_VALUE;

    private final long apartNanos;
    private final AtomicLong last = new AtomicLong(NEVER);

    public Seldom(Duration apart) {
        this.apartNanos = apart.toNanos();
    }

    public boolean now() {
        return at(System.nanoTime());
    }

    boolean at(long nanos) {
        long before = last.get();
        return (before == NEVER || nanos - before >= apartNanos)
                && last.compareAndSet(before, nanos);
    }
}
