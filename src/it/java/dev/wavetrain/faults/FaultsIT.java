package dev.wavetrain.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * One web and two workers on a PostgreSQL, all of them processes. Whatever is done to them, no epoch
 * that anybody was shown is lost, none is stored twice, and every run ends with the losses and the
 * weights of one that nothing was done to.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultsIT {

    private static final Duration GOES_ON_WITHIN = Duration.ofSeconds(60);

    private final Form form = Form.asked();
    private final long seed = Long.getLong("faults.seed", System.nanoTime() & 0xffffff);
    private final Random random = new Random(seed);
    private final Tally tally = new Tally();
    private Postgres postgres;
    private Cluster cluster;
    private Mix mix;

    @BeforeAll
    void train_undisturbed(@TempDir Path folder) throws Exception {
        System.out.println("Faults of seed " + seed + " (-Dfaults.seed=" + seed + " repeats them).");
        Path programs = Files.createDirectories(folder.resolve("postgres"));
        postgres = new Postgres(PostgresBinaries.unpackedInto(programs), folder);
        // Dead after a second without a sign: a killed worker is to cost the test little time.
        cluster =
                new Cluster(
                        folder,
                        postgres,
                        "faults",
                        random,
                        "--wavetrain.workers.slots=2",
                        "--wavetrain.workers.poll-every=200ms",
                        "--wavetrain.workers.heartbeat-every=250ms",
                        "--wavetrain.runs.resume-every=1s");
        cluster.startWeb();
        cluster.startWorker();
        cluster.startWorker();
        cluster.ready();
        mix = new Mix(cluster, works(form.epochs()));
        long begun = System.nanoTime();
        mix.trainUndisturbed();
        say("undisturbed", begun);
    }

    private static List<Mix.Work> works(int times) {
        return List.of(
                work("damped-lstm", 8_000 * times, ",\"training.checkpoints.every\":1000"),
                work("sin-to-cos-lstm", 1_500 * times, ",\"training.checkpoints.every\":200"),
                // An epoch takes long here: points within it count.
                work("sine-lstm-300", 20 * times, ",\"network.units\":[96]"),
                work("damped-simple-rnn", 20_000 * times, ",\"training.checkpoints.every\":5000"));
    }

    private static Mix.Work work(String preset, int epochs, String more) {
        return new Mix.Work(preset, "{\"training.epochs\":" + epochs + more + "}");
    }

    @Test
    @Order(1)
    void workers_are_killed_again_and_again() {
        long begun = System.nanoTime();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < form.kills() + form.killsAtStart(); i++) {
            faults.add(
                    i < form.kills()
                            ? new KillWorker()
                            : new KillStartingWorker(Duration.ofSeconds(5)));
        }
        java.util.Collections.shuffle(faults, random);
        for (Fault fault : faults) {
            cluster.ready();
            mix.keepBusy(2);
            Waiting.pass(Duration.ofMillis(random.nextLong(1_500)));
            strike(fault);
        }
        cluster.ready();
        say("kills", begun);
        compare();
        say("compared", begun);
    }

    private void strike(Fault fault) {
        long begun = System.nanoTime();
        tally.struck(fault.kind());
        List<Stand> hit = fault.strike(cluster);
        List<Stand> waiting = new ArrayList<>(hit);
        Waiting.until(
                GOES_ON_WITHIN,
                () -> waiting + " to go on after " + fault.kind() + "\n" + cluster.logs(),
                () -> {
                    waiting.removeIf(run -> wentOn(fault, run, begun));
                    return waiting.isEmpty();
                });
        fault.afterwards(cluster);
        cluster.lookForLostEpochs();
        System.out.printf("%s: %d runs, %.1f s%n", fault.kind(), hit.size(), Waiting.secondsSince(begun));
    }

    private boolean wentOn(Fault fault, Stand run, long begun) {
        boolean goesOn = cluster.standNow(run.run()).filter(run::wentOnTo).isPresent();
        if (goesOn) {
            tally.wentOn(fault.kind(), run.run(), Waiting.secondsSince(begun));
        }
        return goesOn;
    }

    private void compare() {
        assertThat(mix.compareAll(tally)).isEmpty();
    }

    private static void say(String what, long begun) {
        System.out.printf("%s: %.1f s%n", what, Waiting.secondsSince(begun));
    }

    @AfterAll
    void table() {
        try (postgres;
                cluster) {
            System.out.println(tally.table());
        }
    }
}
