package dev.wavetrain.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Assumptions;
import org.tukaani.xz.XZInputStream;

/** Where the programs of a PostgreSQL are. */
final class PostgresBinaries {

    private static final Path DEBIANS = Path.of("/usr/lib/postgresql");
    private static final int OLDEST = 15;
    private static final String NOT_RUN =
            "The fault harness DID NOT RUN on PostgreSQL: name this machine's platform by"
                    + " -Dpostgres.platform=darwin-arm64v8 or such.";

    private PostgresBinaries() {}

    /** Those of the tests, from their Maven artifact: server alone, without pg_dump. */
    static Path unpackedInto(Path folder) {
        try (InputStream packed = archive();
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                unpack(entry, tar, folder.resolve(entry.getName()));
            }
            return folder.resolve("bin");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The newest of this machine's own that has both server and pg_dump. */
    static Optional<Path> withDump() {
        if (!Files.isDirectory(DEBIANS)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(DEBIANS)) {
            return versions.filter(version -> version.getFileName().toString().matches("\\d+"))
                    .filter(version -> number(version) >= OLDEST)
                    .sorted(Comparator.comparingInt(PostgresBinaries::number).reversed())
                    .map(version -> version.resolve("bin"))
                    .filter(bin ->
                            Stream.of("initdb", "postgres", "pg_dump", "pg_restore")
                                    .allMatch(one -> Files.isExecutable(bin.resolve(one))))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int number(Path version) {
        return Integer.parseInt(version.getFileName().toString());
    }

    /** Leaves a test out, with a word, where there is none for this machine, unless on CI. */
    static void assumeHere() {
        boolean here = EmbeddedPostgres.class.getResource(archiveName()) != null;
        boolean demanded = Boolean.parseBoolean(System.getenv("CI"));
        if (!here && !demanded) {
            System.out.println(NOT_RUN);
        }
        Assumptions.assumeTrue(here || demanded, NOT_RUN);
    }

    private static InputStream archive() {
        InputStream archive = EmbeddedPostgres.class.getResourceAsStream(archiveName());
        if (archive == null) {
            throw new IllegalStateException("no PostgreSQL for this machine: " + archiveName());
        }
        return archive;
    }

    private static String archiveName() {
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        String system = System.getProperty("os.name").startsWith("Mac") ? "darwin" : "linux";
        return "/postgres-" + system + "-" + (arm ? "arm_64" : "x86_64") + ".txz";
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path to)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(to);
            return;
        }
        Files.createDirectories(to.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(to, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, to);
        if (Set.of("bin", "lib").contains(to.getParent().getFileName().toString())
                && !to.toFile().setExecutable(true)) {
            throw new IOException("cannot make executable: " + to);
        }
    }
}
