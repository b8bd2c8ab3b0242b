package dev.wavetrain.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wavetrain.IntegrationTest;
import dev.wavetrain.TestRuns;
import dev.wavetrain.checkpoints.DamagedWeights;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.RowsBelow;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.RunCheckpoints;
import dev.wavetrain.sequence.Variation;
import dev.wavetrain.sequence.Variation.Knob;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.IntNode;

@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LabTest {

    @Autowired ApplicationContext context;
    @Autowired RunCheckpoints checkpoints;
    @Autowired Lab lab;
    @Autowired LabResults results;
    TestRuns ada;
    TestRuns eve;
    Subject subject;

    @BeforeAll
    void trained_runs() {
        ada = new TestRuns(context);
        eve = new TestRuns(context);
        subject = trained();
    }

    @Test
    void a_net_is_tried_on_its_own_wave_and_on_another() {
        double own = lab.forecast(ada.caller, subject, question(null, Variation.NONE)).rmse();
        JsonNode sine =
                json(
                        "{\"input\": {\"expression\": \"sin(x)\"}, \"domain\": {\"from\": \"0\","
                                + " \"to\": \"9\", \"points\": 90}}");
        double other = lab.forecast(ada.caller, subject, question(sine, Variation.NONE)).rmse();
        double noisy =
                lab.forecast(
                                ada.caller,
                                subject,
                                question(null, Variation.NONE.with(Knob.NOISE, 0.3)))
                        .rmse();

        assertThat(Set.of(own, other, noisy))
                .hasSize(3)
                .allSatisfy(rmse -> assertThat(rmse).isPositive().isFinite());
    }

    @Test
    void what_does_not_fit_is_said_where_it_was_asked() {
        JsonNode shortWave =
                json(
                        "{\"input\": {\"expression\": \"sin(x)\"}, \"domain\": {\"from\": \"0\","
                                + " \"to\": \"1\", \"points\": 5}}");
        assertThatThrownBy(() ->
                        lab.forecast(ada.caller, subject, question(shortWave, Variation.NONE)))
                .isInstanceOf(InvalidValue.class)
                .hasMessageStartingWith("data.window");
        JsonNode broken = json("{\"input\": {\"expression\": \"sin(\"}}");
        assertThatThrownBy(
                        () -> lab.forecast(ada.caller, subject, question(broken, Variation.NONE)))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("data.input.expression");
        JsonNode notHers =
                json(
                        "{\"input\": {\"dataset\": \""
                                + UUID.randomUUID()
                                + "\", \"column\": \"a\"}}");
        assertThatThrownBy(
                        () -> lab.forecast(ada.caller, subject, question(notHers, Variation.NONE)))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("data.input");
    }

    @Test
    void a_sweep_meets_the_forecast_where_nothing_is_changed_and_stops_when_told() {
        LabQuestion asked =
                question(null, Variation.NONE).with(new Sweep(Knob.PERIOD, 0.5, 1.5, 3));
        AtomicInteger done = new AtomicInteger();
        List<SweepPoint> curve = lab.sweep(ada.caller, subject, asked, () -> false, done::set);

        assertThat(done).hasValue(3);
        assertThat(curve).extracting(SweepPoint::at).containsExactly(0.5, 1.0, 1.5);
        assertThat(curve.get(1).rmse())
                .isEqualTo(lab.forecast(ada.caller, subject, asked.with(null)).rmse());
        assertThat(curve.get(1).baselines()).isNotEmpty();
        done.set(0);
        assertThat(lab.sweep(ada.caller, subject, asked, () -> done.get() == 1, done::set))
                .hasSize(1);
    }

    @Test
    void a_sweep_that_nobody_can_wait_for_is_refused_before_it_begins() {
        LabQuestion asked =
                new LabQuestion(
                        LabQuestion.Mode.FORECAST,
                        0,
                        10_000,
                        List.of(),
                        null,
                        Variation.NONE,
                        new Sweep(Knob.PERIOD, 0.5, 1.5, 50));
        lab.requireShort(List.of(subject), asked);
        lab.requireShort(Collections.nCopies(1_000, subject), asked.with(null));
        assertThatThrownBy(() -> lab.requireShort(Collections.nCopies(20, subject), asked))
                .isInstanceOf(InvalidValue.class)
                .hasMessage(
                        "sweep.steps would need 3.4e+11 multiplications for 50 values of 20"
                                + " checkpoints, more than the 3.0e+11 allowed");
    }

    @Test
    void a_kept_result_is_found_renamed_deleted_and_brought_back_by_those_who_see_its_run() {
        KeptResult kept = keep(subject);
        assertThat(kept.question()).isEqualTo(question(null, Variation.NONE));

        assertThat(results.list(ada.caller, subject.run().id(), 0, 10).items())
                .extracting(KeptResult::id)
                .contains(kept.id());
        assertThat(results.list(eve.caller, null, 0, 10).total()).isZero();
        assertThatThrownBy(() -> results.find(eve.caller, kept.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> results.rename(eve.caller, kept.id(), "Mine"))
                .isInstanceOf(NotFound.class);
        assertThat(results.findings(ada.caller, kept.id()).getFirst().forecast())
                .usingRecursiveComparison()
                .isEqualTo(lab.forecast(ada.caller, subject, kept.question()));
        assertThat(results.rename(ada.caller, kept.id(), " Better ").name()).isEqualTo("Better");
        results.delete(ada.caller, kept.id());
        assertThatThrownBy(() -> results.delete(ada.caller, kept.id()))
                .isInstanceOf(NotFound.class);
        assertThat(results.restore(ada.caller, kept.id()).name()).isEqualTo("Better");
        assertThatThrownBy(() -> results.rename(ada.caller, kept.id(), " "))
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void a_result_goes_with_its_run_and_outlives_its_checkpoint() {
        Subject own = trained();
        KeptResult kept = keep(own);
        JdbcClient jdbc = JdbcClient.create(context.getBean(DataSource.class));
        RowsBelow below = context.getBean(RowsBelow.class);
        UUID checkpoint = own.checkpoint().id().value();
        below.delete("checkpoint", List.of(checkpoint), Set.of());
        jdbc.sql("delete from checkpoint where id = ?").param(checkpoint).update();

        assertThatThrownBy(() -> lab.forecast(ada.caller, own, kept.question()))
                .isInstanceOf(NotFound.class);
        assertThat(results.find(ada.caller, kept.id()).entries().getFirst().there()).isFalse();
        assertThat(results.findings(ada.caller, kept.id())).hasSize(1);

        below.delete("run", List.of(own.run().id().value()), Set.of());
        jdbc.sql("delete from run where id = ?").param(own.run().id().value()).update();
        assertThatThrownBy(() -> results.find(ada.caller, kept.id())).isInstanceOf(NotFound.class);
        keep(subject);
        assertThat(
                        jdbc.sql("select count(*) from lab_result where id = ?")
                                .param(kept.id())
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @Test
    void damaged_weights_are_told_and_others_still_tried() {
        Subject broken = trained();
        JdbcClient.create(context.getBean(DataSource.class))
                .sql("delete from checkpoint_weights where checkpoint_id = ?")
                .param(broken.checkpoint().id().value())
                .update();
        LabQuestion asked = question(null, Variation.NONE);

        assertThatThrownBy(() -> lab.forecast(ada.caller, broken, asked))
                .isInstanceOf(DamagedWeights.class);
        assertThat(lab.forecast(ada.caller, subject, asked).rmse()).isPositive();
    }

    @Test
    void others_see_no_checkpoint_here() {
        assertThatThrownBy(() -> lab.subject(eve.caller, subject.checkpoint().id()))
                .isInstanceOf(NotFound.class);
    }

    private KeptResult keep(Subject of) {
        LabQuestion asked = question(null, Variation.NONE);
        Finding found = Finding.of(of, lab.forecast(ada.caller, of, asked));
        return results.keep(ada.caller, "Good", asked, List.of(found));
    }

    private Subject trained() {
        RunId run = ada.queue(TestRuns.request(0, Map.of("training.epochs", IntNode.valueOf(2))));
        ada.awaitEnd(run);
        return lab.subject(ada.caller, checkpoints.list(ada.caller, run).getLast().id());
    }

    private static LabQuestion question(@Nullable JsonNode data, Variation variation) {
        return new LabQuestion(LabQuestion.Mode.FORECAST, 0, 40, List.of(), data, variation, null);
    }

    private static JsonNode json(String text) {
        return JsonMapper.builder().build().readTree(text);
    }
}
