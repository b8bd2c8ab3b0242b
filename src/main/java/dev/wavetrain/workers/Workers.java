package dev.wavetrain.workers;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.wavetrain.model.ModelFile;
import dev.wavetrain.runs.StopRequests;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Starts the slots once everything else is up, and puts their runs aside before anything ends. */
final class Workers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

    private final Scheduler scheduler;
    private final Recovery recovery;
    private final StopRequests stops;
    private final Duration stopWithin;
    private volatile boolean running;

    Workers(Scheduler scheduler, Recovery recovery, StopRequests stops, Duration stopWithin) {
        this.scheduler = scheduler;
        this.recovery = recovery;
        this.stops = stops;
        this.stopWithin = stopWithin;
    }

    @Override
    public void start() {
        Thread.ofPlatform().daemon().name("warm-up").start(Workers::warmUp);
        recovery.run();
        scheduler.start();
        running = true;
    }

    /**
     * Waits no longer than it is told to: the scheduler waits for each of its threads in turn, and
     * for twice as long. A run that could not be put aside by then, because of a long batch or a
     * database that is away, goes on from its last point as if this process had been killed.
     */
    @Override
    public void stop() {
        running = false;
        stops.shutDown();
        Thread stopping = Thread.ofPlatform().daemon().name("workers-stop").start(scheduler::stop);
        try {
            if (!stopping.join(stopWithin)) {
                LOG.warn(
                        "{} runs could not be put aside within {} s: they go on from their last"
                                + " stored point.",
                        stops.count(),
                        stopWithin.toSeconds());
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** A pause would end the scheduler, which cannot start twice. */
    @Override
    public boolean isPauseable() {
        return false;
    }

    /** Loading the native code takes seconds: better now than at the first checkpoint. */
    private static void warmUp() {
        try {
            ModelFile.warmUp();
        } catch (RuntimeException | Error failed) {
            LOG.warn("Native code could not be loaded ahead.", failed);
        }
    }
}
