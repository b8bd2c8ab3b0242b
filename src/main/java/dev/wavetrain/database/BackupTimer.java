package dev.wavetrain.database;

import dev.wavetrain.common.Clockwork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a backup whenever the newest one is old enough. One that fails is tried again. */
final class BackupTimer extends Clockwork {

    private static final Logger LOG = LoggerFactory.getLogger(BackupTimer.class);
    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

    private final BackupSettings settings;
    private final Backups backups;
    private final Clock clock;

    BackupTimer(BackupSettings settings, Backups backups, Clock clock) {
        super("backup");
        this.settings = settings;
        this.backups = backups;
        this.clock = clock;
    }

    @Override
    protected void begin() {
        if (settings.folder() == null) {
            return;
        }
        if (backups.isPostgresql()) {
            LOG.warn("wavetrain.backup.folder is for the embedded database: use pg_dump.");
            return;
        }
        repeat(this::look, Duration.ZERO, LOOK_EVERY);
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
}
