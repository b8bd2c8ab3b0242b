package dev.wavetrain.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wavetrain.Application;
import dev.wavetrain.DatabaseTest;
import dev.wavetrain.TestDatabase;
import dev.wavetrain.TestRuns;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.MetricSeries;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunMetrics;
import dev.wavetrain.runs.RunService;
import dev.wavetrain.runs.RunState;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The server is stopped as an operator stops it, and started again on the same file. */
@DatabaseTest
class RestartTest {

    private static final int EPOCHS = 250;

    @TempDir Path data;

    @Test
    void what_trained_goes_on_and_what_was_stored_is_still_there() {
        String[] database = TestDatabase.kept(data);
        TestRuns runs;
        RunId whole;
        RunId interrupted;
        RunId waiting;
        RunId paused;
        try (ConfigurableApplicationContext server = server(database)) {
            runs = new TestRuns(server);
            whole = runs.queue(EPOCHS);
            runs.awaitEnd(whole);
            server.getBean(ScriptedTraining.class).follow(ScriptedTraining.heldAt(130));
            interrupted = runs.queue(EPOCHS);
            RunId trains = interrupted;
            TestRuns asked = runs;
            await().until(() -> asked.find(trains).progress().epoch() == 130);
            waiting = runs.queue(EPOCHS);
            paused = runs.queue(EPOCHS);
            server.getBean(RunService.class).pause(runs.caller, paused);
        }

        try (ConfigurableApplicationContext server = server(database)) {
            RunService service = server.getBean(RunService.class);
            Caller caller = runs.callerIn(server);
            RunMetrics metrics = server.getBean(RunMetrics.class);
            for (RunId run : List.of(interrupted, waiting)) {
                RunDetails ended =
                        await().until(
                                        () -> service.find(caller, run),
                                        found -> found.state().isFinal());
                assertThat(ended.state()).isEqualTo(RunState.COMPLETED);
                assertThat(loss(metrics, caller, run).value())
                        .isEqualTo(loss(metrics, caller, whole).value())
                        .hasSize(EPOCHS);
            }
            assertThat(service.find(caller, interrupted).attempt()).isEqualTo(2);
            assertThat(service.find(caller, paused).state()).isEqualTo(RunState.PAUSED);
            service.resume(caller, paused);
            await().until(() -> service.find(caller, paused).state(), RunState.COMPLETED::equals);
        }
    }

    private static MetricSeries.Line loss(RunMetrics metrics, Caller caller, RunId run) {
        return metrics.series(caller, run, List.of("loss"), 0, 10_000).line("loss");
    }

    private ConfigurableApplicationContext server(String[] database) {
        return new SpringApplicationBuilder(Application.class, ScriptedTraining.Instead.class)
                .properties(
                        "server.port=0",
                        "wavetrain.workers.slots=1",
                        "wavetrain.owner.name=owner",
                        "wavetrain.owner.password=correct horse")
                .run(database);
    }
}
