package dev.wavetrain.common;

import java.time.Duration;

/** Too much of this is being done already; the same may be asked again later. */
public class Busy extends RuntimeException {

    private final Duration retryAfter;

    public Busy(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    /** When asking again makes sense. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
