package dev.wavetrain.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wavetrain.IntegrationTest;
import dev.wavetrain.TestRuns;
import dev.wavetrain.checkpoints.CheckpointDetails;
import dev.wavetrain.checkpoints.Evaluation;
import dev.wavetrain.checkpoints.EvaluationDetails;
import dev.wavetrain.checkpoints.EvaluationRequest;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.RunId;
import dev.wavetrain.sequence.SequenceDefinition;
import dev.wavetrain.sequence.Source;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

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
