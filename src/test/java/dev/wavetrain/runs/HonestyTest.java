package dev.wavetrain.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.wavetrain.ApiClient;
import dev.wavetrain.IntegrationTest;
import dev.wavetrain.TestRuns;
import dev.wavetrain.checkpoints.Baseline.Kind;
import dev.wavetrain.experiments.Warning;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.StringNode;

/** What runs are set beside and warned of, through the real store. */
@IntegrationTest
@Tag("training")
@Isolated("its trainings leave the processor to what else runs")
class HonestyTest {

    /** A thousand epochs that leave the processor to whoever else wants it. */
    private static final Duration WHOLE_TRAINING = Duration.ofMinutes(3);

    @LocalServerPort int port;
    @Autowired ApplicationContext context;

    @ParameterizedTest
    @CsvSource({
        "damped-gru, true, loss, 5.336001340797345e-4",
        "damped-lstm, true, val_loss, 1.6042468871336383e-5",
        "damped-simple-rnn, false, val_loss, 1.6042468871336383e-5"
    })
    void a_preset_says_truly_whether_it_beats_copying_the_last_value(
            String preset, boolean worse, String metric, double copying) {
        TestRuns ada = new TestRuns(context, preset);
        RunDetails run = ada.awaitEnd(ada.queue(TestRuns.request(0, Map.of())), WHOLE_TRAINING);

        assertThat(run.state()).isEqualTo(RunState.COMPLETED);
        Verdict verdict = run.verdict();
        assertThat(verdict).isNotNull();
        assertThat(verdict.metric()).isEqualTo(metric);
        assertThat(verdict.copying()).isCloseTo(copying, within(1e-15));
        assertThat(verdict.worse()).as("%s", verdict).isEqualTo(worse);
        assertThat(
                        run.warnings().stream()
                                .map(Warning::name)
                                .anyMatch("WORSE_THAN_LAST_VALUE"::equals))
                .isEqualTo(worse);
    }

    @Test
    void a_run_of_an_exact_wave_is_told_that_validation_repeats_training() {
        TestRuns ada = new TestRuns(context);
        RunDetails run =
                ada.awaitEnd(
                        ada.queue(
                                TestRuns.request(
                                        0,
                                        Map.of(
                                                "training.epochs", IntNode.valueOf(1),
                                                "sequence.input.expression",
                                                        StringNode.valueOf("sin(x)"),
                                                "sequence.domain.to", StringNode.valueOf("20*pi"),
                                                "sequence.domain.points", IntNode.valueOf(401)))));
        assertThat(run.findings().baselines().period()).isEqualTo(40);
        assertThat(run.findings().baselines().find(Kind.SEASONAL).orElseThrow().valLoss())
                .isLessThan(1e-20);
        assertThat(run.warnings())
                .extracting(Warning::name)
                .contains("VALIDATION_REPEATS_TRAINING", "MORE_PARAMETERS_THAN_VALUES");
    }

    @Test
    void rest_shows_baselines_and_warnings_with_the_way_to_help() {
        ApiClient owner = ApiClient.owner(port);
        String experiment =
                owner.post("/api/v1/experiments", "{\"preset\": \"damped-gru\"}")
                        .json()
                        .get("id")
                        .stringValue();
        String id =
                owner.post(
                                "/api/v1/experiments/" + experiment + "/runs",
                                "{\"overrides\": {\"training.epochs\": 30}}")
                        .json()
                        .get("id")
                        .stringValue();
        JsonNode run =
                Awaitility.await()
                        .atMost(Duration.ofSeconds(30))
                        .until(
                                () -> owner.get("/api/v1/runs/" + id).json(),
                                found -> found.get("state").stringValue().equals("COMPLETED"));
        assertThat(run.at("/baselines/1/kind").stringValue()).isEqualTo("LAST_VALUE");
        assertThat(run.at("/baselines/1/loss").doubleValue())
                .isCloseTo(5.336001340797345e-4, within(1e-15));
        assertThat(run.at("/baselines/1/val_loss").doubleValue())
                .isCloseTo(1.6042468871336383e-5, within(1e-15));
        assertThat(run.at("/baselines/2/kind").stringValue()).isEqualTo("SEASONAL");
        assertThat(run.get("period").intValue()).isEqualTo(80);
        assertThat(run.get("warnings").findValuesAsString("code"))
                .contains(
                        "MORE_PARAMETERS_THAN_VALUES", "WORSE_THAN_LAST_VALUE", "STILL_IMPROVING");
        assertThat(run.get("warnings").findValuesAsString("help"))
                .contains("/help#worse-than-last-value");
        JsonNode listed = owner.get("/api/v1/runs").json().at("/items/0");
        assertThat(listed.get("baselines")).isEqualTo(run.get("baselines"));
    }

    @Test
    void a_run_older_than_its_baselines_shows_none() {
        TestRuns ada = new TestRuns(context);
        RunDetails run = ada.awaitEnd(ada.queue(1));
        JdbcClient.create(context.getBean(DataSource.class))
                .sql(
                        "update run set warnings = null, period = null, zero_loss = null,"
                                + " zero_val_loss = null, last_value_loss = null,"
                                + " last_value_val_loss = null, seasonal_loss = null,"
                                + " seasonal_val_loss = null where id = ?")
                .param(run.id().value())
                .update();
        assertThat(ada.find(run.id()).findings()).isEqualTo(RunFindings.NONE);
        assertThat(ada.find(run.id()).verdict()).isNull();
        assertThat(ada.find(run.id()).warnings()).isEmpty();
    }
}
