package dev.wavetrain.shell.live;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Time for a {@link PushBudget}; tests have one that they move. */
interface Timer {

    /** A count of nanoseconds that only grows. */
    long nanos();

    /** Runs a task later, on a thread of its own: it may wait for a page's lock. */
    void after(Duration delay, Runnable task);

    Timer SYSTEM =
            new Timer() {
                private final Executor threads =
                        Executors.newThreadPerTaskExecutor(
                                Thread.ofVirtual().name("push-", 0).factory());

                @Override
                public long nanos() {
                    return System.nanoTime();
                }

                @Override
                public void after(Duration delay, Runnable task) {
                    CompletableFuture.delayedExecutor(
                                    delay.toNanos(), TimeUnit.NANOSECONDS, threads)
                            .execute(task);
                }
            };
}
