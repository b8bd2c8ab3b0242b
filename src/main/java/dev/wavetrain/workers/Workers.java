package dev.wavetrain.workers;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.wavetrain.model.ModelFile;
import dev.wavetrain.runs.StopRequests;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Starts the slots once everything else is up, and puts their runs aside before anything ends. */
final class Workers implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

    private final Scheduler scheduler;
    private final Recovery recovery;
    private final StopRequests stops;
    private volatile boolean running;

    Workers(Scheduler scheduler, Recovery recovery, StopRequests stops) {
        this.scheduler = scheduler;
        this.recovery = recovery;
        this.stops = stops;
    }

    @Override
    public void start() {
        Thread.ofPlatform().daemon().name("warm-up").start(Workers::warmUp);
        recovery.run();
        scheduler.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        stops.shutDown();
        scheduler.stop();
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
