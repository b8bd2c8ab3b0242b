package dev.wavetrain.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** pg_dump copies the database while runs train; pg_restore makes another one of it. */
class DumpIT {

    private static final String NOT_RUN =
            "The backup of PostgreSQL DID NOT RUN: it needs server and pg_dump of one version, 15 or"
                    + " later, below /usr/lib/postgresql.";

    private final Form form = Form.asked();
    private final Random random = new Random(5);

    @Test
    void a_dump_made_while_runs_train_goes_on_elsewhere_to_the_same_bits(@TempDir Path folder)
            throws IOException {
        Optional<Path> programs = PostgresBinaries.withDump();
        if (programs.isEmpty()) {
            System.out.println(NOT_RUN);
        }
        assumeTrue(programs.isPresent(), NOT_RUN);
        Launch launch = Launch.shared();
        Path restoredIn = Files.createDirectories(folder.resolve("restored"));
        Path dump = folder.resolve("wavetrain.dump");
        try (Postgres postgres = new Postgres(programs.get(), folder);
                Cluster original =
                        Cluster.single(launch, folder, random, on(postgres.create("original")));
                Cluster restored =
                        Cluster.single(launch, restoredIn, random, on(postgres.create("again")))) {
            original.startWeb().ready();
            Mix mix = new Mix(original, Work.mixed(form.work()).subList(0, 2));
            mix.trainUndisturbed();
            mix.keepBusy(2);
            Waiting.until(
                    Duration.ofMinutes(1),
                    () -> "two runs to train",
                    () -> original.running().size() == 2);
            List<Stand> before = original.running();
            postgres.client("pg_dump", "-Fc", "-d", "original", "-f", dump.toString());
            postgres.client("pg_restore", "--no-owner", "-d", "again", dump.toString());

            restored.startWeb().ready();
            assertThat(mix.differencesIn(restored, before)).isEmpty();
            assertThat(mix.compareAll(new Tally())).isEmpty();
        }
        System.out.println("pg_dump of " + programs.get() + ": restored, and went on.");
    }

    private static String[] on(String database) {
        return new String[] {
            "--wavetrain.database.url=" + database,
            "--wavetrain.workers.slots=2",
            "--wavetrain.runs.resume-every=1s",
        };
    }
}
