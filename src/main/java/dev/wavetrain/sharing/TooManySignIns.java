package dev.wavetrain.sharing;

import java.io.Serial;
import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many wrong passwords lately; even the right one is not looked at until the wait is over. */
public class TooManySignIns extends AuthenticationException {

    @Serial private static final long serialVersionUID = 1;

    private final Duration wait;

    TooManySignIns(Duration wait) {
        super("Too many failed sign-ins: wait " + seconds(wait) + " s.");
        this.wait = wait;
    }

    /** Whole seconds until the next try, at least 1. */
    public long waitSeconds() {
        return seconds(wait);
    }

    private static long seconds(Duration wait) {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
