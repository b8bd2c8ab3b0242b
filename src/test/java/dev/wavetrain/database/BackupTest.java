package dev.wavetrain.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wavetrain.ApiClient;
import dev.wavetrain.ApiClient.Answer;
import dev.wavetrain.Application;
import dev.wavetrain.IntegrationTest;
import dev.wavetrain.TestRuns;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.MetricSeries;
import dev.wavetrain.runs.RunMetrics;
import dev.wavetrain.runs.RunService;
import dev.wavetrain.runs.RunState;
import dev.wavetrain.sharing.Accounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A copy of the embedded database is made while a run trains, and opened elsewhere. */
class BackupTest {

    private static final int EPOCHS = 1_000;

    @TempDir Path folder;

    @Test
    void a_copy_made_while_a_run_trains_opens_and_the_run_goes_on_in_it() throws IOException {
        TestRuns runs;
        RunId run;
        List<String> original;
        try (ConfigurableApplicationContext wavetrain = wavetrain(folder.resolve("data"))) {
            runs = new TestRuns(wavetrain);
            run = runs.queue(EPOCHS);
            TestRuns asked = runs;
            RunId trains = run;
            await().until(() -> asked.find(trains).progress().epoch() > 100);
            Answer made = owner(wavetrain).post("/api/v1/backups", "");
            assertThat(made.status()).as(made.text()).isEqualTo(201);
            unzip(backups().resolve(made.json().path("file").stringValue()));
            for (int i = 0; i < 2; i++) {
                assertThat(owner(wavetrain).post("/api/v1/backups", "").status()).isEqualTo(201);
            }
            runs.awaitEnd(run);
            original = series(wavetrain, runs.caller, run);
        }
        try (Stream<Path> kept = Files.list(backups())) {
            assertThat(kept).hasSize(2);
        }

        try (ConfigurableApplicationContext restored = wavetrain(folder.resolve("restored"))) {
            RunService service = restored.getBean(RunService.class);
            Caller caller = runs.callerIn(restored);
            RunId goesOn = run;
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> service.find(caller, goesOn).state(), RunState.COMPLETED::equals);
            assertThat(series(restored, caller, run)).isEqualTo(original);
        }
    }

    @Test
    void only_the_owner_makes_one_and_only_where_a_folder_is_set() {
        try (ConfigurableApplicationContext wavetrain =
                wavetrain(folder.resolve("data"), "--wavetrain.backup.folder=")) {
            Answer refused = owner(wavetrain).post("/api/v1/backups", "");
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.text()).contains("wavetrain.backup.folder");

            wavetrain.getBean(Accounts.class).create("grace", "long enough");
            ApiClient another = ApiClient.nobody(port(wavetrain)).as("grace", "long enough");
            assertThat(another.post("/api/v1/backups", "").status()).isEqualTo(403);
        }
    }

    private Path backups() {
        return folder.resolve("backups");
    }

    private void unzip(Path backup) throws IOException {
        Path restored = Files.createDirectories(folder.resolve("restored"));
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(backup))) {
            for (ZipEntry one = zip.getNextEntry(); one != null; one = zip.getNextEntry()) {
                Files.copy(zip, restored.resolve(one.getName()));
            }
        }
    }

    private static List<String> series(
            ConfigurableApplicationContext wavetrain, Caller caller, RunId run) {
        MetricSeries series =
                wavetrain.getBean(RunMetrics.class).series(caller, run, List.of(), 0, 10_000);
        return List.of(
                Arrays.toString(series.line("loss").step()),
                Arrays.toString(series.line("loss").value()));
    }

    private static ApiClient owner(ConfigurableApplicationContext wavetrain) {
        return ApiClient.owner(port(wavetrain));
    }

    private static int port(ConfigurableApplicationContext wavetrain) {
        return wavetrain.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private ConfigurableApplicationContext wavetrain(Path data, String... settings) {
        return new SpringApplicationBuilder(Application.class)
                .properties(
                        "server.port=0",
                        "wavetrain.data=" + data,
                        "wavetrain.workers.slots=1",
                        "wavetrain.backup.folder=" + backups(),
                        "wavetrain.backup.every=99d",
                        "wavetrain.backup.keep=2",
                        "wavetrain.owner.name=" + IntegrationTest.OWNER,
                        "wavetrain.owner.password=" + IntegrationTest.PASSWORD)
                .run(settings);
    }
}
