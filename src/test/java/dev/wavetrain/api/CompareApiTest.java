package dev.wavetrain.api;

import static dev.wavetrain.api.SignInApiTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.ApiClient.Answer;
import dev.wavetrain.IntegrationTest;
import dev.wavetrain.Person;
import dev.wavetrain.TestRuns;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.EpochBlocks;
import dev.wavetrain.runs.MetricSeries;
import dev.wavetrain.runs.RunMetrics;
import dev.wavetrain.runs.compare.ComparedCurve;
import dev.wavetrain.runs.compare.RunComparisons;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@IntegrationTest
class CompareApiTest {

    private static final String COMPARE = "/api/v1/compare?runs=";
    private static final String CSV = "/api/v1/compare.csv?runs=";

    @LocalServerPort int port;
    @Autowired ApplicationContext context;
    @Autowired RunComparisons comparisons;
    @Autowired RunMetrics metrics;
    @Autowired EpochBlocks blocks;
    @Autowired JdbcTemplate jdbc;
    Person ada;
    String experiment;

    @BeforeEach
    void somebody_with_an_experiment() {
        ada = Person.make(context, port);
        experiment = experiment("damped-simple-rnn");
    }

    @Test
    void runs_are_compared_by_what_differs_and_what_came_of_them() {
        String slow = run("{\"training.epochs\": 2, \"training.optimizer.learningRate\": 0.0001}");
        String quick = run("{\"training.epochs\": 3, \"network.units\": [8, 4]}");

        JsonNode both = ada.client().get(COMPARE + slow + "," + quick).json();

        assertThat(both.get("runs").findValuesAsString("id")).containsExactly(slow, quick);
        assertThat(both.get("sameTask").booleanValue()).isTrue();
        assertThat(both.get("settings").findValuesAsString("path"))
                .containsExactly(
                        "network.units", "training.optimizer.learningRate", "training.epochs");
        assertThat(both.at("/settings/0/values").toString()).isEqualTo("[[40],[8,4]]");
        assertThat(both.at("/settings/2/values").toString()).isEqualTo("[2,3]");
        JsonNode best = both.at("/metrics/best_val_loss");
        boolean first = best.at("/values/0").doubleValue() < best.at("/values/1").doubleValue();
        assertThat(best.get("best").toString()).isEqualTo("[\"" + (first ? slow : quick) + "\"]");
        assertThat(both.at("/metrics/epochs/values").toString()).isEqualTo("[2.0,3.0]");
        assertThat(both.at("/metrics/epochs/best").isEmpty()).isTrue();
        assertThat(both.at("/curves/" + quick + "/series/loss/step").toString())
                .isEqualTo("[1,2,3]");
        JsonNode times = both.at("/times/" + quick);
        assertThat(times.get("step").toString()).isEqualTo("[1,2,3]");
        assertThat(times.at("/seconds/0").doubleValue()).isPositive();
        assertThat(times.at("/seconds/2").doubleValue())
                .isGreaterThan(times.at("/seconds/1").doubleValue());

        String[] table = ada.client().get(CSV + slow + "," + quick).text().split("\n");
        assertThat(table[0])
                .isEqualTo(
                        "run,name,state,network.units,training.optimizer.learningRate,"
                                + "training.epochs,best_val_loss,loss,val_loss,best_epoch,epochs,"
                                + "seconds,epochs_per_second");
        assertThat(table[1]).startsWith(slow + ",\"'=cmd, 1\",COMPLETED,40,1.0E-4,2,");
        Answer epochs = ada.client().get(CSV + slow + "," + quick + "&curves=true");
        assertThat(epochs.header("Content-Disposition")).contains("comparison.csv");
        assertThat(epochs.text().split("\n")).hasSize(6);
    }

    @Test
    void losses_of_different_tasks_have_no_best() {
        String wave = run("{\"training.epochs\": 1}");
        experiment = experiment("sin-to-cos-simple-rnn");
        String other = run("{\"training.epochs\": 1}");

        JsonNode both = ada.client().get(COMPARE + wave + "," + other).json();

        assertThat(both.get("sameTask").booleanValue()).isFalse();
        assertThat(both.at("/metrics/loss/best").isEmpty()).isTrue();
        assertThat(both.get("settings").findValuesAsString("path"))
                .contains("sequence.task", "sequence.target.expression");
    }

    @Test
    void what_cannot_be_compared_is_named() {
        String one = run("{\"training.epochs\": 1}");
        String many = String.join(",", Collections.nCopies(51, one));
        refused("", "is required");
        refused(one, "must have 2 or more entries");
        refused(one + "," + one, "must all be different: " + one + " is there more than once");
        refused(many, "must have at most 50 entries, and has 51");
        assertProblem(ada.client().get(COMPARE + one + ",nonsense"), 404);
        assertProblem(ada.client().get(COMPARE + one + "," + UUID.randomUUID()), 404);
        assertProblem(ada.client().get(CSV + one + "," + UUID.randomUUID()), 404);
        Person eve = Person.make(context, port);
        assertProblem(eve.client().get(COMPARE + one + "," + UUID.randomUUID()), 404);
        assertProblem(ada.client().get(COMPARE + one + "," + one + "&maxPoints=0"), 400);
    }

    @Test
    void runs_in_the_bin_or_without_an_epoch_are_compared_all_the_same() {
        String ended = run("{\"training.epochs\": 1}");
        String other = run("{\"training.epochs\": 2}");
        ada.client().delete("/api/v1/runs/" + other);
        jdbc.update("delete from run_epoch where run_id = ?", UUID.fromString(other));
        jdbc.update("update run set epoch = 0 where id = ?", UUID.fromString(other));

        JsonNode both = ada.client().get(COMPARE + ended + "," + other).json();

        assertThat(both.at("/runs/1/deleted").booleanValue()).isTrue();
        assertThat(both.get("curves").propertyNames()).containsExactly(ended);
    }

    /** The database thins as the loop over every epoch does, from whole blocks where there are. */
    @Test
    void thinned_curves_keep_every_spike() {
        TestRuns runs = new TestRuns(context);
        RunId spiky = runs.queue(1);
        RunId short_ = runs.queue(3);
        runs.awaitEnd(spiky);
        runs.awaitEnd(short_);
        int epochs = 1_003;
        List<Object[]> rows = new ArrayList<>();
        IntStream.rangeClosed(2, epochs)
                .forEach(epoch -> rows.add(new Object[] {spiky.value(), epoch, odd(epoch), 0.5}));
        jdbc.batchUpdate(
                "insert into run_epoch (run_id, epoch, loss, val_loss) values (?, ?, ?, ?)", rows);
        jdbc.update(
                "update run set epoch = ?, trained_seconds = null where id = ?",
                epochs,
                spiky.value());

        Map<RunId, ComparedCurve> curves =
                comparisons.curves(runs.caller, List.of(spiky, short_), 10);

        same(curves, runs.caller, spiky);
        same(curves, runs.caller, short_);
        assertThat(curves.get(spiky).times().isKnown()).isFalse();
        assertThat(curves.get(short_).times().epoch()).containsExactly(1, 2, 3);
        assertThat(curves.get(spiky).series().line("loss").max()).contains(1e6);
        blocks.close(spiky.value(), 0, epochs);
        jdbc.update(
                "update run_epoch_block set loss_high = 2e6 where run_id = ? and epoch = 600",
                spiky.value());
        curves = comparisons.curves(runs.caller, List.of(spiky, short_), 10);
        same(curves, runs.caller, spiky);
        same(curves, runs.caller, short_);
        assertThat(curves.get(spiky).series().line("loss").max()).contains(2e6);
        Caller stranger = new TestRuns(context).caller;
        assertThat(comparisons.curves(stranger, List.of(spiky, short_), 10)).isEmpty();
    }

    private void same(Map<RunId, ComparedCurve> curves, Caller caller, RunId run) {
        MetricSeries plain = metrics.series(caller, run, List.of(), 0, 10);
        for (String key : MetricSeries.KEYS) {
            MetricSeries.Line line = curves.get(run).series().line(key);
            assertThat(line.step()).containsExactly(plain.line(key).step());
            assertThat(line.value()).containsExactly(plain.line(key).value());
            assertThat(line.min()).containsExactly(plain.line(key).min());
            assertThat(line.max()).containsExactly(plain.line(key).max());
        }
    }

    /** A spike, a stretch that is no number, and a saw. */
    private static double odd(int epoch) {
        if (epoch == 555) {
            return 1e6;
        }
        return epoch > 300 && epoch < 520 ? Double.NaN : 1.0 / epoch + epoch % 7;
    }

    private void refused(String ids, String message) {
        Answer refused = ada.client().get(COMPARE + ids);
        assertProblem(refused, 400);
        assertThat(refused.json().at("/errors/0/field").stringValue()).isEqualTo("runs");
        assertThat(refused.json().at("/errors/0/message").stringValue()).isEqualTo(message);
        assertProblem(ada.client().get(CSV + ids), 400);
    }

    private String experiment(String preset) {
        return ada.client()
                .post("/api/v1/experiments", "{\"preset\": \"" + preset + "\"}")
                .json()
                .get("id")
                .stringValue();
    }

    /** One that has ended, with a name as spreadsheets dread it. */
    private String run(String overrides) {
        String body = "{\"seed\": 3, \"name\": \"=cmd, 1\", \"overrides\": " + overrides + "}";
        String run =
                ada.client()
                        .post("/api/v1/experiments/" + experiment + "/runs", body)
                        .json()
                        .get("id")
                        .stringValue();
        Awaitility.await()
                .until(
                        () -> ada.client().get("/api/v1/runs/" + run).json(),
                        now -> now.get("state").stringValue().equals("COMPLETED"));
        return run;
    }
}
