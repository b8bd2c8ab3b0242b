package dev.wavetrain.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wavetrain.IntegrationTest;
import dev.wavetrain.TestRuns;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.Page;
import dev.wavetrain.common.RunId;
import dev.wavetrain.experiments.ExperimentService;
import dev.wavetrain.experiments.TrainingStart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.StringNode;

@IntegrationTest
class RunServiceTest {

    @Autowired ApplicationContext context;
    @Autowired RunService service;
    @Autowired RunMetrics metrics;
    @Autowired ExperimentService experiments;
    @Autowired TrainingStart editor;
    @Autowired JdbcClient jdbc;

    /** The runs of this test stay where they are. */
    @MockitoBean RunQueue queue;

    TestRuns ada;

    @BeforeEach
    void somebody_new() {
        ada = new TestRuns(context);
    }

    @Test
    void a_queued_run_has_what_was_asked_for() {
        RunDetails run =
                service.queue(
                        ada.caller,
                        ada.experiment,
                        new RunRequest(
                                42L,
                                "  Mine ",
                                List.of("x", " x", "y z"),
                                3,
                                Map.of("training.epochs", IntNode.valueOf(50))));

        assertThat(run.state()).isEqualTo(RunState.QUEUED);
        assertThat(run.name()).isEqualTo("Mine");
        assertThat(run.seed()).isEqualTo(42);
        assertThat(run.tags()).containsExactly("x", "y z");
        assertThat(run.priority()).isEqualTo(3);
        assertThat(run.progress().epochs()).isEqualTo(50);
        assertThat(run.definition().training().epochs()).isEqualTo(50);
        assertThat(run.ownerName()).isEqualTo(ada.caller.name());
        assertThat(service.find(ada.caller, run.id())).isEqualTo(run);
    }

    @Test
    void a_run_has_the_experiment_s_name_and_seed_where_none_is_given() {
        RunDetails run = service.queue(ada.caller, ada.experiment, RunRequest.PLAIN);

        assertThat(run.name()).isEqualTo(experiments.find(ada.caller, ada.experiment).name());
        assertThat(run.seed()).isEqualTo(run.definition().training().seed());
        assertThat(service.find(ada.caller, editor.start(ada.caller, ada.experiment, 9)).seed())
                .isEqualTo(9);
    }

    @Test
    void overrides_that_do_not_fit_leave_nothing_behind() {
        assertThat(broken(Map.of("training.epochs", IntNode.valueOf(0))))
                .containsExactly("training.epochs");
        assertThat(broken(Map.of("training.epoch", IntNode.valueOf(5))))
                .containsExactly("training.epoch");
        assertThat(broken(Map.of("sequence.input.expression", StringNode.valueOf("1/x"))))
                .containsExactly("sequence.input.expression");
        assertThat(service.list(ada.caller, RunQuery.ALL).total()).isZero();
    }

    @Test
    void the_same_request_sent_often_makes_one_run() throws Exception {
        RunRequest request = new RunRequest(1L, null, List.of(), null, Map.of(), "click-1");
        List<Callable<RunId>> clicks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            clicks.add(() -> service.queue(ada.caller, ada.experiment, request).id());
        }
        Set<RunId> made;
        try (var browser = Executors.newFixedThreadPool(8)) {
            made =
                    browser.invokeAll(clicks).stream()
                            .map(Future::resultNow)
                            .collect(Collectors.toSet());
        }

        assertThat(made).hasSize(1);
        assertThat(service.list(ada.caller, RunQuery.ALL).total()).isEqualTo(1);
    }

    @Test
    void others_see_nothing_of_it() {
        RunId run = ada.queue(10);
        TestRuns eve = new TestRuns(context);

        assertThatThrownBy(() -> service.find(eve.caller, run)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> service.cancel(eve.caller, run)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> service.bin(eve.caller, run)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> service.annotate(eve.caller, run, "mine", null, null))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> metrics.series(eve.caller, run, List.of(), 0, 10))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> service.queue(eve.caller, ada.experiment, RunRequest.PLAIN))
                .isInstanceOf(NotFound.class);
        assertThat(metrics.sparklines(eve.caller, List.of(run), 10)).isEmpty();
        assertThat(service.list(eve.caller, RunQuery.ALL).items()).isEmpty();
    }

    @Test
    void an_archived_experiment_is_not_trained() {
        experiments.archive(ada.caller, ada.experiment);

        assertThatThrownBy(() -> ada.queue(10)).isInstanceOf(Conflict.class);
    }

    @Test
    void what_users_write_is_changed_piece_by_piece() {
        RunId run = ada.queue(10);
        service.annotate(ada.caller, run, "Baseline", null, List.of("paper"));
        RunDetails found = service.annotate(ada.caller, run, null, "long\nago", null);

        assertThat(found.name()).isEqualTo("Baseline");
        assertThat(found.notes()).isEqualTo("long\nago");
        assertThat(found.tags()).containsExactly("paper");
        assertThatThrownBy(() -> service.annotate(ada.caller, run, " ", null, null))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> service.annotate(ada.caller, run, null, null, List.of("a\nb")))
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void runs_are_found_by_words_fields_and_what_must_not_occur() {
        RunId first = named("Damped 100%", "paper", "x");
        RunId second = named("damped again", "paper two");
        RunId third = named("sine_wave");
        service.cancel(ada.caller, third);

        assertThat(found("damped")).containsExactlyInAnyOrder(first, second);
        assertThat(found("DAMPED again")).containsExactly(second);
        assertThat(found("100%")).containsExactly(first);
        assertThat(found("s_n")).isEmpty();
        assertThat(found("e_w")).containsExactly(third);
        assertThat(found("tag:paper")).containsExactly(first);
        assertThat(found("paper")).containsExactlyInAnyOrder(first, second);
        assertThat(found("state:cancelled")).containsExactly(third);
        assertThat(found("-state:cancelled damped -tag:x")).containsExactly(second);
        assertThat(found("state:nonsense")).isEmpty();
        assertThat(found("experiment:" + ada.experiment)).hasSize(3);
        assertThat(found("experiment:7")).isEmpty();
        assertThat(found("owner:" + ada.caller.name())).hasSize(3);
        assertThat(found("'; drop table run; --")).isEmpty();
    }

    @Test
    void runs_are_listed_in_the_order_and_pages_asked_for() {
        RunId a = named("a");
        RunId c = named("c");
        RunId b = named("B");
        value(a, 3.0);
        value(b, 1.0);

        assertThat(listed("name", 0, 10)).containsExactly(a, b, c);
        assertThat(listed("-name", 0, 10)).containsExactly(c, b, a);
        assertThat(listed("", 0, 10)).containsExactly(b, c, a);
        assertThat(listed("best_val_loss", 0, 10)).containsExactly(b, a, c);
        assertThat(listed("-best_val_loss", 0, 10)).containsExactly(a, b, c);
        assertThat(listed("name", 1, 2)).containsExactly(c);
        assertThat(service.list(ada.caller, new RunQuery("", "name", 1, 2)).total()).isEqualTo(3);
        for (String sort : RunQuery.SORTS) {
            assertThat(listed("-" + sort, 0, 10)).hasSize(3);
        }
        assertThatThrownBy(() -> listed("definition", 0, 10)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> listed("name", 0, 0)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void a_binned_run_is_out_of_the_list_until_restored() {
        RunId run = ada.queue(10);
        assertThat(service.bin(ada.caller, run).state()).isEqualTo(RunState.CANCELLED);
        service.bin(ada.caller, run);

        assertThat(found("")).isEmpty();
        assertThat(service.list(ada.caller, new RunQuery("", "", 0, 10, true, null)).items())
                .extracting(RunDetails::id)
                .containsExactly(run);
        service.restore(ada.caller, run);
        assertThat(found("")).containsExactly(run);
    }

    private List<String> broken(Map<String, JsonNode> overrides) {
        try {
            ada.queue(TestRuns.request(0, overrides));
            return List.of();
        } catch (InvalidValue invalid) {
            return invalid.errors().stream().map(FieldError::field).toList();
        }
    }

    private RunId named(String name, String... tags) {
        return ada.queue(new RunRequest(1L, name, List.of(tags), null, Map.of()));
    }

    private void value(RunId run, double best) {
        jdbc.sql("update run set val_loss = ?, best = ? where id = ?")
                .param(best)
                .param(best)
                .param(run.value())
                .update();
    }

    private List<RunId> found(String text) {
        return ids(service.list(ada.caller, new RunQuery(text, "", 0, 50)));
    }

    private List<RunId> listed(String sort, int page, int size) {
        return ids(service.list(ada.caller, new RunQuery("", sort, page, size)));
    }

    private static List<RunId> ids(Page<RunDetails> page) {
        return page.items().stream().map(RunDetails::id).toList();
    }
}
