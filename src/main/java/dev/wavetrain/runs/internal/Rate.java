package dev.wavetrain.runs.internal;

import dev.wavetrain.training.EpochResult;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Epochs per second of training: over the last few seconds while it goes on, over all after. */
final class Rate {

    private static final double WINDOW_NANOS = 3e9;
    private static final int MOST_EPOCHS = 1_024;

    private final Deque<Long> recent = new ArrayDeque<>();
    private long recentNanos;
    private long nanos;
    private long epochs;

    void add(EpochResult epoch) {
        epochs++;
        nanos += epoch.nanos();
        recent.addLast(epoch.nanos());
        recentNanos += epoch.nanos();
        while (recent.size() > 1 && (recentNanos > WINDOW_NANOS || recent.size() > MOST_EPOCHS)) {
            recentNanos -= recent.removeFirst();
        }
    }

    /** Null before the first epoch. */
    @Nullable Double current() {
        return recentNanos == 0 ? null : recent.size() * 1e9 / recentNanos;
    }

    /** Null before the first epoch. */
    @Nullable Double overall() {
        return nanos == 0 ? null : epochs * 1e9 / nanos;
    }
}
