package dev.wavetrain.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wavetrain.IntegrationTest;
import dev.wavetrain.TestRuns;
import dev.wavetrain.checkpoints.Baseline;
import dev.wavetrain.checkpoints.CheckpointDetails;
import dev.wavetrain.checkpoints.DamagedWeights;
import dev.wavetrain.checkpoints.Evaluation;
import dev.wavetrain.checkpoints.EvaluationDetails;
import dev.wavetrain.checkpoints.EvaluationRequest;
import dev.wavetrain.checkpoints.ForecastErrors;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.RunId;
import dev.wavetrain.sequence.SequenceDefinition;
import dev.wavetrain.sequence.Source;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.IntNode;

@IntegrationTest
class EvaluationsTest {

    @Autowired ApplicationContext context;
    @Autowired RunCheckpoints checkpoints;
    TestRuns ada;
    RunDetails run;
    CheckpointDetails last;

    @BeforeEach
    void a_trained_run() {
        ada = new TestRuns(context);
        RunId id = ada.queue(20);
        run = ada.awaitEnd(id);
        last = checkpoints.list(ada.caller, id).getLast();
    }

    @Test
    void a_trained_run_keeps_its_best_and_its_last_epoch() {
        assertThat(run.state()).isEqualTo(RunState.COMPLETED);
        assertThat(last.epoch()).isEqualTo(20);
        assertThat(last.loss()).isEqualTo(run.progress().loss());
        assertThat(checkpoints.list(ada.caller, run.id()))
                .filteredOn(kept -> kept.labels().contains(dev.wavetrain.training.Label.BEST))
                .singleElement()
                .extracting(CheckpointDetails::epoch)
                .isEqualTo(run.progress().bestEpoch());
    }

    @Test
    void the_same_question_is_answered_once() {
        var request = new EvaluationRequest.FreeRun(0, 180);
        EvaluationDetails first = checkpoints.evaluate(ada.caller, last.id(), request, null);
        EvaluationDetails again = checkpoints.evaluate(ada.caller, last.id(), request, null);

        assertThat(first.result().segments().getFirst().predicted()).hasSize(180);
        assertThat(first.result().rmse()).isPositive();
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.result()).usingRecursiveComparison().isEqualTo(first.result());
    }

    @Test
    void what_is_looked_at_in_passing_is_the_same_answer_and_is_not_stored() {
        var request = new EvaluationRequest.FreeRun(1, 90);
        var evaluations = JdbcClient.create(context.getBean(DataSource.class));
        String count = "select count(*) from evaluation where checkpoint_id = ?";
        Evaluation seen = checkpoints.glance(ada.caller, last.id(), request);

        assertThat(evaluations.sql(count).param(last.id().value()).query(Integer.class).single())
                .isZero();
        assertThat(checkpoints.evaluate(ada.caller, last.id(), request, null).result())
                .usingRecursiveComparison()
                .isEqualTo(seen);
    }

    @Test
    void what_lies_beyond_known_truth_is_read_back_as_unknown() {
        var request = new EvaluationRequest.FreeRun(null, 500);
        checkpoints.evaluate(ada.caller, last.id(), request, null);
        EvaluationDetails again = checkpoints.evaluate(ada.caller, last.id(), request, null);

        assertThat(again.result().segments().getFirst().truth()).hasSize(500);
    }

    @Test
    void other_data_is_named_in_what_is_wrong_with_it() {
        SequenceDefinition own = run.definition().sequence();
        SequenceDefinition broken =
                new SequenceDefinition(
                        own.task(), new Source.Formula("1/x"), null, own.domain(), own.window());

        assertThatThrownBy(() ->
                        checkpoints.evaluate(
                                ada.caller,
                                last.id(),
                                new EvaluationRequest.TeacherForced(),
                                broken))
                .isInstanceOf(InvalidValue.class)
                .hasMessageStartingWith("sequence.input.expression");
        assertThatThrownBy(() ->
                        checkpoints.evaluate(
                                ada.caller,
                                last.id(),
                                new EvaluationRequest.Decode(List.of(0)),
                                null))
                .isInstanceOf(InvalidValue.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update checkpoint_weights set bytes = substring(bytes from 1 for 2000)",
                "update checkpoint_weights set bytes = cast('0' as bytea) || substring(bytes from 2)",
                "update checkpoint_weights set bytes = substring(bytes from 1 for 9000) || cast('U' as bytea)"
                        + " || substring(bytes from 9002)",
                "delete from checkpoint_weights"
            })
    void damaged_weights_are_told_and_the_others_still_open(String damage) {
        var request = new EvaluationRequest.FreeRun(0, 20);
        RunId id =
                ada.queue(
                        TestRuns.request(
                                0,
                                Map.of(
                                        "training.epochs", IntNode.valueOf(20),
                                        "training.checkpoints.every", IntNode.valueOf(10))));
        ada.awaitEnd(id);
        CheckpointDetails other = checkpoints.list(ada.caller, id).getFirst();
        CheckpointDetails broken = checkpoints.list(ada.caller, id).getLast();
        assertThat(other.epoch()).isEqualTo(10);
        JdbcClient.create(context.getBean(DataSource.class))
                .sql(damage + " where checkpoint_id = ?")
                .param(broken.id().value())
                .update();

        assertThatThrownBy(() -> checkpoints.weights(ada.caller, broken.id()))
                .isInstanceOf(DamagedWeights.class)
                .hasMessageContaining("epoch 20")
                .hasMessageContaining("checksum");
        assertThatThrownBy(() -> checkpoints.evaluate(ada.caller, broken.id(), request, null))
                .isInstanceOf(DamagedWeights.class);
        assertThatThrownBy(() -> checkpoints.glance(ada.caller, broken.id(), request))
                .isInstanceOf(DamagedWeights.class);
        assertThat(checkpoints.weights(ada.caller, other.id())).hasSize((int) other.bytes());
        assertThat(checkpoints.evaluate(ada.caller, other.id(), request, null).result().rmse())
                .isPositive();
    }

    @Test
    void only_the_newest_answers_stay() {
        int kept = context.getBean(EvaluationSettings.class).kept();
        UUID first = null;
        for (int steps = 1; steps <= kept + 3; steps++) {
            var request = new EvaluationRequest.FreeRun(0, steps);
            UUID id = checkpoints.evaluate(ada.caller, last.id(), request, null).id();
            first = first == null ? id : first;
        }
        var evaluations = JdbcClient.create(context.getBean(DataSource.class));
        assertThat(
                        evaluations
                                .sql("select count(*) from evaluation where checkpoint_id = ?")
                                .param(last.id().value())
                                .query(Integer.class)
                                .single())
                .isEqualTo(kept);
        assertThat(
                        evaluations
                                .sql(
                                        "select count(*) from evaluation_result where evaluation_id = ?")
                                .param(first)
                                .query(Integer.class)
                                .single())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0*x", "3+0*x", "x/10"})
    void a_series_without_a_period_is_forecast_without_a_season(String signal) {
        SequenceDefinition own = run.definition().sequence();
        SequenceDefinition other =
                new SequenceDefinition(
                        own.task(), new Source.Formula(signal), null, own.domain(), own.window());
        for (EvaluationRequest request :
                List.of(
                        new EvaluationRequest.FreeRun(0, 90),
                        new EvaluationRequest.TeacherForced())) {
            Evaluation result =
                    checkpoints.evaluate(ada.caller, last.id(), request, other).result();
            assertThat(result.rmse()).isFinite();
            assertThat(result.baselines())
                    .extracting(Baseline::kind)
                    .containsExactlyInAnyOrder(Baseline.Kind.ZERO, Baseline.Kind.LAST_VALUE);
            assertThat(result.baselines()).allSatisfy(one -> assertThat(one.rmse()).isFinite());
            ForecastErrors errors = ForecastErrors.of(result, request);
            if (errors.amplitudeRatio() != null) {
                assertThat(errors.amplitudeRatio()).isFinite();
            }
            if (!signal.startsWith("x")) {
                assertThat(errors.amplitudeRatio()).isNull();
                assertThat(errors.phaseLag()).isNull();
            }
        }
    }

    @Test
    void others_see_no_checkpoint() {
        TestRuns eve = new TestRuns(context);

        assertThatThrownBy(() -> checkpoints.list(eve.caller, run.id()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        checkpoints.glance(
                                eve.caller, last.id(), new EvaluationRequest.TeacherForced()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> checkpoints.weights(eve.caller, last.id()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        checkpoints.evaluate(
                                eve.caller, last.id(), new EvaluationRequest.TeacherForced(), null))
                .isInstanceOf(NotFound.class);
    }
}
