package dev.wavetrain.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Workers share runs, and are killed. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultsIT extends OnPostgres {

    private static final double TAKEN_OVER_WITHIN_SECONDS = 20;
    private static final String RACE = "two workers race for one run";

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
        say("of 20 queued runs: " + shares);
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
        missWorkersSoon();
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
        say("kills are done");
    }
}
