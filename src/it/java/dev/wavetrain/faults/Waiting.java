package dev.wavetrain.faults;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what other processes do. */
final class Waiting {

    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private Waiting() {}

    /** Until it holds, looked at fifty times a second; fails with the words after that long. */
    static void until(Duration patience, Supplier<String> what, BooleanSupplier holds) {
        long end = System.nanoTime() + patience.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited " + patience + " for " + what.get());
            }
            pass(LOOK_EVERY);
        }
    }

    /** Lets time pass, as a fault goes on for a time. */
    static void pass(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    static double secondsSince(long nanoTime) {
        return (System.nanoTime() - nanoTime) / 1e9;
    }
}
