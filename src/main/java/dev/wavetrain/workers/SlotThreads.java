package dev.wavetrain.workers;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One thread a slot, and no queue before them. A run that finds no free slot is forgotten here: it
 * stays in the database, where the next look finds it again, behind whatever has a higher priority
 * by then. A queue would keep the order of a moment ago, and grow at every look.
 */
final class SlotThreads {

    /**
     * Long enough for a thread that has just finished to come back for more. A run of higher
     * priority that is queued within it may start one later.
     */
    private static final long WAIT_MILLIS = 20;

    private SlotThreads() {}

    static ThreadPoolExecutor of(int slots) {
        AtomicInteger number = new AtomicInteger();
        return new ThreadPoolExecutor(
                slots,
                slots,
                0,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                task ->
                        Thread.ofPlatform()
                                .name("slot-" + number.incrementAndGet())
                                .unstarted(task),
                SlotThreads::offerOrForget);
    }

    private static void offerOrForget(Runnable task, ThreadPoolExecutor threads) {
        if (threads.isShutdown()) {
            throw new RejectedExecutionException("shut down");
        }
        try {
            boolean _ = threads.getQueue().offer(task, WAIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
