package dev.wavetrain;

import java.time.Duration;

/**
 * A process that was told to end is gone in time, whatever still holds it: a database that neither
 * answers nor refuses costs each that waits for it some seconds. What was not put aside by then
 * goes on from its last stored point, as after a power cut.
 */
final class EndInTime {

    static final Duration USUAL = Duration.ofSeconds(18);

    /** As the shell counts a process ended by SIGTERM. */
    static final int TERMINATED = 143;

    private EndInTime() {}

    /** From the moment at which the process is told to end; one that ends sooner is not held up. */
    static void within(Duration most) {
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> Thread.ofPlatform().daemon().start(() -> halt(most))));
    }

    private static void halt(Duration most) {
        try {
            Thread.sleep(most);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        System.err.println("Wavetrain could not end in order in time, and ends now.");
        Runtime.getRuntime().halt(TERMINATED);
    }
}
