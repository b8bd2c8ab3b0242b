package dev.wavetrain.runs.internal;

import dev.wavetrain.common.Busy;
import dev.wavetrain.runs.EvaluationSettings;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Lets only so many evaluations be worked out at once, in the order they came. */
@Component
class Turns {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final Semaphore free;
    private final Duration patience;

    @Autowired
    Turns(EvaluationSettings settings) {
        this(settings.atOnce(), settings.patience());
    }

    Turns(int atOnce, Duration patience) {
        free = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    /**
     * @throws Busy where the turn did not come in time
     */
    <T> T take(Supplier<T> work) {
        if (!waited()) {
            throw new Busy("Too many evaluations are being worked out: try again.", RETRY_AFTER);
        }
        try {
            return work.get();
        } finally {
            free.release();
        }
    }

    private boolean waited() {
        try {
            return free.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
