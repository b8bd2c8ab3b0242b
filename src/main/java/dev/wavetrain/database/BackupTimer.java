package dev.wavetrain.database;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Makes a backup whenever the newest one is old enough. One that fails is tried again. */
final class BackupTimer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(BackupTimer.class);
    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

    private final BackupSettings settings;
    private final Backups backups;
    private final Clock clock;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("backup").factory());
    private volatile boolean running;

    BackupTimer(BackupSettings settings, Backups backups, Clock clock) {
        this.settings = settings;
        this.backups = backups;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        if (settings.folder() == null) {
            return;
        }
        if (backups.isPostgresql()) {
            LOG.warn("wavetrain.backup.folder is for the embedded database: use pg_dump.");
            return;
        }
        var _ =
                thread.scheduleWithFixedDelay(
                        this::look, 0, LOOK_EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    void look() {
        try {
            Instant now = clock.instant();
            if (backups.newest()
                    .filter(last -> last.plus(settings.every()).isAfter(now))
                    .isEmpty()) {
                LOG.info("Backup made: {}", backups.make().file());
            }
        } catch (RuntimeException failed) {
            LOG.error("The backup could not be made; it is tried again.", failed);
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
