package dev.wavetrain.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.ApiClient.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One process that does all, on its own file: killed, backed up and opened elsewhere. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SingleProcessIT {

    private final Form form = Form.asked();
    private final Random random = new Random(Long.getLong("faults.seed", 5));
    private final Tally tally = new Tally();
    private Launch launch;
    private Path folder;
    private Cluster cluster;
    private Mix mix;
    private Harness harness;

    @BeforeAll
    void it_runs_and_has_trained_undisturbed(@TempDir Path temporary) throws IOException {
        folder = temporary;
        launch = Launch.shared();
        cluster = Cluster.single(launch, folder, random, settings(folder.resolve("data")));
        cluster.startWeb().ready();
        mix = new Mix(cluster, Work.mixed(form.work()).subList(0, 2));
        harness = new Harness(cluster, mix, tally);
        mix.trainUndisturbed();
    }

    @Test
    void it_is_killed_again_and_again() {
        for (int i = 0; i < 2 * form.others(); i++) {
            trainsTwo();
            harness.strike(new KillSingle());
        }
        assertThat(harness.faultsFound()).isEmpty();
    }

    @Test
    void a_copy_made_while_runs_train_goes_on_elsewhere_to_the_same_bits() throws IOException {
        trainsTwo();
        List<Stand> before = cluster.running();
        Answer made = cluster.api().post("/api/v1/backups", "");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        Path copy = Files.createDirectories(folder.resolve("copy"));
        unzip(folder.resolve("backups").resolve(made.json().path("file").stringValue()), copy);

        Cluster restored =
                Cluster.single(
                        launch,
                        Files.createDirectories(folder.resolve("restored")),
                        random,
                        settings(copy));
        try (restored) {
            restored.startWeb().ready();
            assertThat(mix.differencesIn(restored, before)).isEmpty();
        }
        assertThat(harness.faultsFound()).isEmpty();
    }

    private void trainsTwo() {
        mix.keepBusy(2);
        Waiting.until(
                Duration.ofMinutes(1),
                () -> "two runs to train",
                () -> cluster.running().size() == 2);
        Waiting.pass(Duration.ofMillis(random.nextLong(1_500)));
    }

    private String[] settings(Path data) {
        return new String[] {
            "--wavetrain.data=" + data,
            "--wavetrain.workers.slots=2",
            "--wavetrain.runs.resume-every=1s",
            "--wavetrain.backup.folder=" + folder.resolve("backups"),
        };
    }

    private static void unzip(Path backup, Path into) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(backup))) {
            for (ZipEntry one = zip.getNextEntry(); one != null; one = zip.getNextEntry()) {
                Files.copy(zip, into.resolve(one.getName()));
            }
        }
    }

    @AfterAll
    void table() {
        System.out.println(tally.table());
        try (Cluster _ = cluster) {
            // It is ended, whatever became of the rest.
        }
    }
}
