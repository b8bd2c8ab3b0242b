package dev.wavetrain.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What else may happen than that a worker is killed. */
class OtherFaultsIT extends OnPostgres {

    @Test
    void everything_else_happens_to_four_runs_at_a_time() {
        missWorkersSoon();
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
}
