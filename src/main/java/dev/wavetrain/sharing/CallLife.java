package dev.wavetrain.sharing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** How long that which a REST call leaves open may go on: as long as what it signed in by holds. */
public final class CallLife {

    private final BooleanSupplier holds;
    private final @Nullable Instant until;
    private final Clock clock;

    CallLife(BooleanSupplier holds, @Nullable Instant until, Clock clock) {
        this.holds = holds;
        this.until = until;
        this.clock = clock;
    }

    /** Asks whether the token was revoked, or the password changed, or the account deactivated. */
    public boolean holds() {
        return !left().isZero() && holds.getAsBoolean();
    }

    /** Until a token's own end; very long for one without, and for passwords. Never negative. */
    public Duration left() {
        if (until == null) {
            return Duration.ofDays(1);
        }
        Duration left = Duration.between(clock.instant(), until);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
