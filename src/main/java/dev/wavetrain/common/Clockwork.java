package dev.wavetrain.common;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.context.SmartLifecycle;

/** Does something again and again on a thread of its own, as long as the application runs. */
public abstract class Clockwork implements SmartLifecycle {

    private final ScheduledExecutorService thread;
    private volatile boolean running;

    /**
     * @param name the thread's
     */
    protected Clockwork(String name) {
        thread =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name(name).factory());
    }

    /** Asks for what is to be done, if anything: see {@link #repeat}. */
    protected abstract void begin();

    /**
     * @param task must not throw: it would not be done again
     * @param apart from the end of one to the beginning of the next
     */
    protected final void repeat(Runnable task, Duration first, Duration apart) {
        var _ =
                thread.scheduleWithFixedDelay(
                        task, first.toNanos(), apart.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** For what is to be done once besides. */
    protected final ScheduledExecutorService thread() {
        return thread;
    }

    @Override
    public void start() {
        running = true;
        begin();
    }

    @Override
    public void stop() {
        running = false;
        thread.shutdown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** A pause would end the thread, which cannot start twice. */
    @Override
    public final boolean isPauseable() {
        return false;
    }
}
