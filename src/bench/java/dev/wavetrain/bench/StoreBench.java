package dev.wavetrain.bench;

import dev.wavetrain.TestPostgres;
import dev.wavetrain.common.ExperimentId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.Ending;
import dev.wavetrain.runs.RunExecutions;
import dev.wavetrain.runs.RunRecorder;
import dev.wavetrain.runs.RunWork;
import dev.wavetrain.runs.StopFlag;
import dev.wavetrain.runs.StopRequests;
import dev.wavetrain.training.EpochResult;
import dev.wavetrain.training.Outcome;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.util.FileSystemUtils;

/**
 * Metric points a second that one worker stores: epochs go into the product's own recorder as fast
 * as it takes them, and count once the run has ended in the database. A point is one value of one
 * metric; an epoch has two, loss and val_loss. Measured in H2 and in PostgreSQL.
 *
 * <p>System properties: {@code epochs} of a run; {@code store.url}, {@code store.user}, {@code
 * store.password} of an empty PostgreSQL database; without, one is started for the time.
 */
public final class StoreBench {

    private static final int POINTS_AN_EPOCH = 2;
    private static final int ROUNDS = 5;

    private final BenchApplication application;
    private final int epochs = Integer.getInteger("epochs", 250_000);

    private StoreBench(BenchApplication application) {
        this.application = application;
    }

    public static void main(String[] arguments) throws IOException {
        Locale.setDefault(Locale.ROOT);
        System.out.println(Machine.description());
        System.out.printf("%-12s %12s %12s%n", "store", "points/s", "points/CPU s");
        measure("H2 file");
        String url = System.getProperty("store.url", "");
        if (!url.isBlank()) {
            postgresql(url, System.getProperty("store.user"), System.getProperty("store.password"));
            return;
        }
        Path data = Files.createTempDirectory("wavetrain-bench-postgresql");
        try (ServerSocket free = new ServerSocket(0)) {
            int port = free.getLocalPort();
            free.close();
            try (EmbeddedPostgres server = TestPostgres.server(data, port)) {
                postgresql(server.getJdbcUrl("postgres", "postgres"), "postgres", "");
            }
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
    }

    private static void postgresql(String url, String user, String password) {
        measure(
                "PostgreSQL",
                "--wavetrain.database.url=" + url,
                "--wavetrain.database.user=" + user,
                "--wavetrain.database.password=" + password);
    }

    private static void measure(String store, String... settings) {
        try (BenchApplication application = BenchApplication.startIdle(settings)) {
            StoreBench bench = new StoreBench(application);
            ExperimentId experiment = application.experiment("damped-simple-rnn");
            bench.store(experiment);
            List<Measured> all = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                all.add(bench.store(experiment));
            }
            int points = POINTS_AN_EPOCH * bench.epochs;
            System.out.printf(
                    "%-12s %12.0f %12.0f%n",
                    store,
                    points / Measured.median(all, Measured::seconds),
                    points / Measured.median(all, Measured::cpuSeconds));
        }
    }

    /** As a worker does it; the application's own are idle. */
    private Measured store(ExperimentId experiment) {
        RunId run = application.queue(experiment, epochs, 0);
        try (StopFlag stop = application.bean(StopRequests.class).open(run)) {
            RunWork work =
                    application
                            .bean(RunExecutions.class)
                            .begin(run, "bench", stop)
                            .orElseThrow(() -> new IllegalStateException("not to be trained"));
            Measured measured = Measured.of(() -> record(work.recorder()));
            application.awaitEnd(run, epochs);
            return measured;
        }
    }

    private void record(RunRecorder recorder) {
        for (int epoch = 1; epoch <= epochs; epoch++) {
            recorder.epochEnded(new EpochResult(epoch, 1.0 / epoch, 2.0 / epoch, 1_000, true));
        }
        if (!recorder.end(Ending.of(new Outcome.Completed(epochs)))) {
            throw new IllegalStateException("another worker took the run");
        }
    }
}
