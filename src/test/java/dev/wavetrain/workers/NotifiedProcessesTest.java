package dev.wavetrain.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wavetrain.DatabaseTest;
import dev.wavetrain.TestProcesses;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.RunEvent;
import dev.wavetrain.runs.Subscription;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** By notifications alone: nobody looks into the database by the clock. */
@DatabaseTest
@Tag("postgresql")
class NotifiedProcessesTest extends AcrossProcesses {

    @Override
    TestProcesses start() {
        return new TestProcesses(
                ScriptedTraining.Instead.class,
                "--wavetrain.runs.read-on-every=1h",
                "--wavetrain.workers.poll-every=1h");
    }

    @Override
    Duration within() {
        return Duration.ofSeconds(1);
    }

    @Test
    void a_lost_connection_is_opened_again() {
        BlockingQueue<RunEvent> heard = new LinkedBlockingQueue<>();
        RunId run = runs.queue(1_000_000);
        try (Subscription _ = feed().subscribe(runs.caller, run, heard::add)) {
            await().until(() -> heard.poll() != null);

            assertThat(cutOff()).isEqualTo(2);
            heard.clear();

            // What is sent before both are back is lost.
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> {
                        training.step();
                        return heard.poll() != null;
                    });
        }
        service.cancel(runs.caller, run);
        runs.awaitEnd(run);
    }

    /** Ends the connections that listen; how many there were. */
    private int cutOff() {
        return processes
                .web
                .getBean(JdbcClient.class)
                .sql(
                        "select pg_terminate_backend(pid, 5000) from pg_stat_activity where"
                                + " application_name = 'wavetrain-listener' and datname ="
                                + " current_database()")
                .query()
                .listOfRows()
                .size();
    }
}
