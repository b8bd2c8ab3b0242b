package dev.wavetrain.workers;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A thread that works while its caller waits, and is nice to all others: so pages are answered at
 * once on a machine whose processors all train.
 */
final class NiceThread {

    private NiceThread() {}

    /**
     * Does the work as if on the caller's own thread: what it throws is thrown here, and where the
     * caller is interrupted, the work is.
     */
    static <T> T run(Supplier<T> work) {
        FutureTask<T> task =
                new FutureTask<>(() -> {
                    Niceness.beNice();
                    return work.get();
                });
        String name = "training of " + Thread.currentThread().getName();
        Thread thread = Thread.ofPlatform().name(name).start(task);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException passedOn) {
                    interrupted = true;
                    thread.interrupt();
                }
            }
        } catch (ExecutionException failed) {
            throw unchecked(failed.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException unchecked(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException thrown ? thrown : new IllegalStateException(cause);
    }
}
