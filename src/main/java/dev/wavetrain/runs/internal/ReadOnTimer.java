package dev.wavetrain.runs.internal;

import dev.wavetrain.common.OtherProcesses;
import dev.wavetrain.common.Role;
import dev.wavetrain.runs.RunSettings;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Reads, by the clock, what other processes may have told without being heard. */
@Component
class ReadOnTimer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ReadOnTimer.class);

    private final FeedAcross feed;
    private final WishesAcross wishes;
    private final OtherProcesses others;
    private final Role role;
    private final Duration every;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("read-on").factory());
    private volatile boolean running;

    ReadOnTimer(
            FeedAcross feed,
            WishesAcross wishes,
            OtherProcesses others,
            Role role,
            RunSettings settings) {
        this.feed = feed;
        this.wishes = wishes;
        this.others = others;
        this.role = role;
        this.every = settings.readOnEvery();
    }

    @Override
    public void start() {
        running = true;
        if (others.possible()) {
            var _ =
                    thread.scheduleWithFixedDelay(
                            this::look, 0, every.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        try {
            if (role.trains()) {
                wishes.look();
            }
            if (role.serves()) {
                feed.readOn();
            }
        } catch (RuntimeException failed) {
            if (running) {
                LOG.warn("What other processes stored could not be read: trying again.", failed);
            }
        }
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
    public boolean isPauseable() {
        return false;
    }
}
