package dev.wavetrain.sharing.ui;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long a new link holds. */
enum LinkLife {
    DAY(Duration.ofDays(1)),
    WEEK(Duration.ofDays(7)),
    MONTH(Duration.ofDays(30)),
    NEVER(null);

    private final @Nullable Duration life;

    LinkLife(@Nullable Duration life) {
        this.life = life;
    }

    /** Null for no end. */
    @Nullable Instant end(Instant now) {
        return life == null ? null : now.plus(life);
    }
}
