package dev.wavetrain.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * One web and two workers on a PostgreSQL, all of them processes. Whatever is done to them, no
 * epoch that anybody was shown is lost, none is stored twice, and every run ends with the losses
 * and the weights of one that nothing was done to.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OnPostgres {

    final Form form = Form.asked();
    final Random random;
    final Tally tally = new Tally();
    private final long seed = Long.getLong("faults.seed", System.nanoTime() & 0xffffff);
    private final long begun = System.nanoTime();
    Postgres postgres;
    Cluster cluster;
    Mix mix;
    Harness harness;

    OnPostgres() {
        random = new Random(seed);
    }

    @BeforeAll
    void everything_runs_and_has_trained_undisturbed(@TempDir Path folder) throws Exception {
        PostgresBinaries.assumeHere();
        say("-Dfaults.seed=" + seed + " repeats these faults.");
        Launch launch = Launch.shared();
        say("the first start is done");
        Path programs = Files.createDirectories(folder.resolve("postgres"));
        postgres = new Postgres(PostgresBinaries.unpackedInto(programs), folder);
        cluster = Cluster.on(postgres.create("faults"), launch, folder, random);
        cluster.trainsWith("--wavetrain.workers.slots=2");
        cluster.startWeb();
        cluster.startWorker();
        cluster.startWorker();
        cluster.ready();
        mix = new Mix(cluster, Work.mixed(form.work()));
        harness = new Harness(cluster, mix, tally);
        mix.trainUndisturbed();
        say("undisturbed runs have ended");
    }

    /** Dead after two seconds without a sign: a lost worker is to cost the test little time. */
    final void missWorkersSoon() {
        cluster.replaceWorkers(
                "--wavetrain.workers.slots=2",
                "--wavetrain.workers.poll-every=200ms",
                "--wavetrain.workers.heartbeat-every=500ms",
                "--wavetrain.runs.resume-every=1s");
    }

    /** Others may say something at the same time. */
    final void say(String what) {
        System.out.printf(
                "[%s %.0f s] %s%n", getClass().getSimpleName(), Waiting.secondsSince(begun), what);
    }

    @AfterAll
    void table() {
        System.out.println(tally.table());
        try (Postgres _ = postgres;
                Cluster _ = cluster) {
            say("that was all");
        }
    }
}
