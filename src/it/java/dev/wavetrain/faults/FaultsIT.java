package dev.wavetrain.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
 * One web and two workers on a PostgreSQL, all of them processes. Whatever is done to them, no
 * epoch that anybody was shown is lost, none is stored twice, and every run ends with the losses
 * and the weights of one that nothing was done to.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultsIT {

    private static final double TAKEN_OVER_WITHIN_SECONDS = 20;
    private static final String RACE = "two workers race for one run";

    private final Form form = Form.asked();
    private final long seed = Long.getLong("faults.seed", System.nanoTime() & 0xffffff);
    private final Random random = new Random(seed);
    private final Tally tally = new Tally();
    private final long begun = System.nanoTime();
    private Launch launch;
    private Path folder;
    private Postgres postgres;
    private Cluster cluster;
    private Mix mix;
    private Harness harness;

    @BeforeAll
    void everything_runs_and_has_trained_undisturbed(@TempDir Path temporary) throws Exception {
        PostgresBinaries.assumeHere();
        System.out.println("-Dfaults.seed=" + seed + " repeats these faults.");
        folder = temporary;
        launch = Launch.shared();
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

    @Test
    @Order(1)
    void two_workers_share_twenty_runs_and_neither_takes_what_the_other_has() {
        for (int i = 0; i < 5; i++) {
            tally.struck(RACE);
            String run = mix.queue(Work.SHORT);
            cluster.ended(run);
            assertThat(cluster.stand(run).attempt()).isEqualTo(1);
            tally.wentOn(RACE, run, 0);
        }
        List<String> queued = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            queued.add(mix.queue(Work.SHORT));
        }
        Map<String, Integer> shares = new HashMap<>();
        for (String run : queued) {
            cluster.ended(run);
            assertThat(cluster.stand(run).attempt()).isEqualTo(1);
            shares.merge(cluster.stand(run).worker(), 1, Integer::sum);
        }
        System.out.println("Of 20 queued runs: " + shares);
        assertThat(shares).hasSize(2).allSatisfy((_, share) -> assertThat(share).isBetween(6, 14));
        assertThat(harness.faultsFound()).isEmpty();
        say("shared");
    }

    @Test
    @Order(2)
    void a_killed_worker_is_noticed_in_time_with_the_settings_that_everybody_has() {
        String kind = "kill -9 of a worker, settings as they come";
        for (int i = 0; i < form.others(); i++) {
            cluster.ready();
            mix.keepBusy(2);
            Waiting.until(
                    Duration.ofMinutes(1),
                    () -> "a run to train",
                    () -> !cluster.running().isEmpty());
            Waiting.pass(Duration.ofMillis(random.nextLong(4_000)));
            harness.strike(new KillWorker(kind));
        }
        assertThat(tally.line(kind).worstSeconds()).isLessThanOrEqualTo(TAKEN_OVER_WITHIN_SECONDS);
        assertThat(harness.faultsFound()).isEmpty();
        say("taken over in time");
    }

    @Test
    @Order(3)
    void workers_are_killed_again_and_again() {
        // Dead after two seconds without a sign: a killed worker is to cost the test little time.
        cluster.replaceWorkers(
                "--wavetrain.workers.slots=2",
                "--wavetrain.workers.poll-every=200ms",
                "--wavetrain.workers.heartbeat-every=500ms",
                "--wavetrain.runs.resume-every=1s");
        // Two are there to be killed and to take over while two others start.
        cluster.startWorker();
        cluster.startWorker();
        List<Fault> faults = new ArrayList<>();
        faults.addAll(Collections.nCopies(form.kills(), new KillWorker()));
        faults.addAll(
                Collections.nCopies(
                        form.killsAtStart(), new KillStartingWorker(Duration.ofSeconds(4))));
        Collections.shuffle(faults, random);
        for (Fault fault : faults) {
            cluster.ready(2);
            mix.keepBusy(2);
            Waiting.pass(Duration.ofMillis(random.nextLong(1_500)));
            harness.strike(fault);
        }
        assertThat(harness.faultsFound()).isEmpty();
        cluster.ready();
        List.copyOf(cluster.workers()).stream().skip(2).forEach(cluster::without);
        say("kills are done");
    }

    @Test
    @Order(4)
    void everything_else_happens_to_four_runs_at_a_time() {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < form.others(); i++) {
            faults.add(new KillWeb());
            faults.add(new KillPostgres(postgres));
            faults.add(new TerminateWorker());
            faults.add(new TerminateWhileAway(postgres));
        }
        Collections.shuffle(faults, random);
        faults.add(new StopPostgres(postgres, form.away()));
        faults.add(new FreezeWorker(form.frozen()));
        faults.add(new FreezeInTransaction(cluster.url(), mix, form.frozen()));
        for (Fault fault : faults) {
            cluster.ready();
            mix.keepBusy(4);
            Waiting.until(
                    Duration.ofMinutes(1),
                    () -> "a run to train",
                    () -> !cluster.running().isEmpty());
            Waiting.pass(Duration.ofMillis(random.nextLong(1_500)));
            harness.strike(fault);
        }
        assertThat(harness.faultsFound()).isEmpty();
        say("everything else is done");
    }

    private void say(String what) {
        System.out.printf("[%.0f s] %s%n", Waiting.secondsSince(begun), what);
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
