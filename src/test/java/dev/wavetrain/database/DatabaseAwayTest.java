package dev.wavetrain.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wavetrain.ApiClient;
import dev.wavetrain.ApiClient.Answer;
import dev.wavetrain.Application;
import dev.wavetrain.DatabaseTest;
import dev.wavetrain.IntegrationTest;
import dev.wavetrain.TestPostgres;
import dev.wavetrain.TestRuns;
import dev.wavetrain.checkpoints.CheckpointDetails;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.MetricSeries;
import dev.wavetrain.runs.RunCheckpoints;
import dev.wavetrain.runs.RunMetrics;
import dev.wavetrain.runs.RunState;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * PostgreSQL is stopped while runs train, and comes back. Heartbeats are rare here: how long this
 * machine takes to start PostgreSQL must not decide whether the runs are thought dead.
 */
@DatabaseTest
@Tag("postgresql")
@ExtendWith(OutputCaptureExtension.class)
class DatabaseAwayTest {

    private static final int EPOCHS = 3_000;

    @TempDir Path data;

    @Test
    void nothing_is_lost_or_doubled_and_everybody_is_told(CapturedOutput output) throws Exception {
        int port = TestPostgres.freePort();
        EmbeddedPostgres server = TestPostgres.server(data, port);
        try (ConfigurableApplicationContext wavetrain = wavetrain(server)) {
            TestRuns runs = new TestRuns(wavetrain);
            assertGivesUpTransactionsThatStandStill(wavetrain);
            assertCompilesNoQuestions(wavetrain);
            RunId undisturbed = runs.queue(EPOCHS);
            ended(runs, undisturbed);
            List<RunId> disturbed = List.of(runs.queue(EPOCHS), runs.queue(EPOCHS));
            await().until(() ->
                    disturbed.stream().allMatch(run -> runs.find(run).progress().epoch() > 300));

            server.close();
            everybodyIsTold(wavetrain);
            server = TestPostgres.server(data, port);

            for (RunId run : disturbed) {
                ended(runs, run);
                assertThat(series(wavetrain, runs, run))
                        .isEqualTo(series(wavetrain, runs, undisturbed));
                assertThat(weights(wavetrain, runs, run))
                        .isEqualTo(weights(wavetrain, runs, undisturbed))
                        .isNotEmpty();
                assertThat(rows(wavetrain, run)).isEqualTo(EPOCHS);
                assertThat(runs.find(run).attempt()).isEqualTo(1);
            }
            await().untilAsserted(
                            () -> assertThat(owner(wavetrain).get(RUNS).status()).isEqualTo(200));
            assertThat(output.getAll()).contains("The database does not answer.");
            assertThat(output.getAll()).doesNotContain("\tat org.postgresql");
        } finally {
            server.close();
        }
    }

    private static final String RUNS = "/api/v1/runs";

    /** Else a run that a frozen worker has locked could be taken over by nobody. */
    private static void assertGivesUpTransactionsThatStandStill(
            ConfigurableApplicationContext wavetrain) {
        String limit =
                wavetrain
                        .getBean(JdbcTemplate.class)
                        .queryForObject("show idle_in_transaction_session_timeout", String.class);
        assertThat(limit).isEqualTo("10s");
    }

    /** Compiling a question that takes 20 ms takes ten times as long. */
    private static void assertCompilesNoQuestions(ConfigurableApplicationContext wavetrain) {
        assertThat(wavetrain.getBean(JdbcTemplate.class).queryForObject("show jit", String.class))
                .isEqualTo("off");
    }

    private static void everybodyIsTold(ConfigurableApplicationContext wavetrain) {
        for (Answer answer :
                List.of(
                        owner(wavetrain).get(RUNS),
                        owner(wavetrain).post("/api/v1/experiments", "{\"preset\":\"damped-gru\"}"),
                        ApiClient.nobody(port(wavetrain)).bearer("wt_unknown").get(RUNS))) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(503);
            assertThat(answer.json().path("detail").stringValue())
                    .contains("The database does not answer");
            assertThat(answer.header("Retry-After")).isNotEmpty();
        }
    }

    private static void ended(TestRuns runs, RunId run) {
        await().atMost(Duration.ofSeconds(90))
                .ignoreExceptions()
                .untilAsserted(
                        () -> assertThat(runs.find(run).state()).isEqualTo(RunState.COMPLETED));
    }

    private static List<String> series(
            ConfigurableApplicationContext wavetrain, TestRuns runs, RunId run) {
        MetricSeries series =
                wavetrain.getBean(RunMetrics.class).series(runs.caller, run, List.of(), 0, 10_000);
        return List.of(
                Arrays.toString(series.line("loss").step()),
                Arrays.toString(series.line("loss").value()),
                Arrays.toString(series.line("val_loss").value()));
    }

    private static List<String> weights(
            ConfigurableApplicationContext wavetrain, TestRuns runs, RunId run) {
        return wavetrain.getBean(RunCheckpoints.class).list(runs.caller, run).stream()
                .map(CheckpointDetails::parametersSha256)
                .toList();
    }

    private static int rows(ConfigurableApplicationContext wavetrain, RunId run) {
        return wavetrain
                .getBean(JdbcTemplate.class)
                .queryForObject(
                        "select count(*) from run_epoch where run_id = ?",
                        Integer.class,
                        run.value());
    }

    private static ApiClient owner(ConfigurableApplicationContext wavetrain) {
        return ApiClient.owner(port(wavetrain));
    }

    private static int port(ConfigurableApplicationContext wavetrain) {
        return wavetrain.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private static ConfigurableApplicationContext wavetrain(EmbeddedPostgres server) {
        return new SpringApplicationBuilder(Application.class)
                .properties(
                        "server.port=0",
                        "wavetrain.workers.slots=2",
                        "wavetrain.workers.heartbeat-every=1m",
                        "wavetrain.owner.name=" + IntegrationTest.OWNER,
                        "wavetrain.owner.password=" + IntegrationTest.PASSWORD)
                .run("--wavetrain.database.url=" + server.getJdbcUrl("postgres", "postgres"));
    }
}
