package dev.wavetrain.database;

import dev.wavetrain.common.Conflict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/**
 * Makes copies of the embedded database while it is used: H2's own {@code BACKUP}, a zip of the
 * database's file as of one moment. Unzipped into an empty {@code wavetrain.data} it is that
 * database.
 */
@Service
public class Backups {

    private static final String PREFIX = "wavetrain-";
    private static final String SUFFIX = ".zip";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** A copy that was made. */
    public record Backup(String file, long bytes, Instant createdAt) {}

    private final JdbcTemplate jdbc;
    private final BackupSettings settings;
    private final Clock clock;

    Backups(JdbcTemplate jdbc, BackupSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Makes one more copy, and deletes what is then too many.
     *
     * @throws Conflict where there is no folder for it, or the database is not the embedded one
     */
    public synchronized Backup make() {
        Path folder = folder();
        Instant now = clock.instant();
        Path file = folder.resolve(PREFIX + STAMP.format(now) + SUFFIX);
        Path unfinished = folder.resolve(file.getFileName() + ".part");
        try {
            Files.createDirectories(folder);
            jdbc.update("backup to ?", unfinished.toAbsolutePath().toString());
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            List<Backup> all = list(folder);
            for (Backup old : all.subList(Math.min(settings.keep(), all.size()), all.size())) {
                Files.deleteIfExists(folder.resolve(old.file()));
            }
            return new Backup(file.getFileName().toString(), Files.size(file), now);
        } catch (IOException e) {
            throw new UncheckedIOException("the backup could not be written", e);
        }
    }

    /** When the newest copy was made. */
    Optional<Instant> newest() {
        return settings.folder() == null
                ? Optional.empty()
                : list(settings.folder()).stream().map(Backup::createdAt).findFirst();
    }

    private Path folder() {
        if (isPostgresql()) {
            throw new Conflict("PostgreSQL makes its own backups: use pg_dump.");
        }
        if (settings.folder() == null) {
            throw new Conflict("There is no folder for backups: set wavetrain.backup.folder.");
        }
        return settings.folder();
    }

    boolean isPostgresql() {
        ConnectionCallback<Boolean> asked =
                connection -> DatabaseConfiguration.isPostgresql(connection.getMetaData().getURL());
        return Boolean.TRUE.equals(jdbc.execute(asked));
    }

    /** Newest first. */
    private static List<Backup> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.flatMap(file -> Optional.ofNullable(backup(file)).stream())
                    .sorted(Comparator.comparing(Backup::createdAt).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of backups cannot be read", e);
        }
    }

    private static @Nullable Backup backup(Path file) {
        String name = file.getFileName().toString();
        if (!name.startsWith(PREFIX) || !name.endsWith(SUFFIX)) {
            return null;
        }
        String stamp = name.substring(PREFIX.length(), name.length() - SUFFIX.length());
        try {
            return new Backup(name, file.toFile().length(), STAMP.parse(stamp, Instant::from));
        } catch (DateTimeParseException notOurs) {
            return null;
        }
    }
}
