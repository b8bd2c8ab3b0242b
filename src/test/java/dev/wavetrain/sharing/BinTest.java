package dev.wavetrain.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wavetrain.IntegrationTest;
import dev.wavetrain.TestRuns;
import dev.wavetrain.checkpoints.EvaluationRequest;
import dev.wavetrain.common.BinSettings;
import dev.wavetrain.common.CheckpointId;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.ExperimentId;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.experiments.ExperimentService;
import dev.wavetrain.runs.GroupRequest;
import dev.wavetrain.runs.RunCheckpoints;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunGroups;
import dev.wavetrain.runs.RunRequest;
import dev.wavetrain.runs.RunService;
import dev.wavetrain.runs.TrainOnRequest;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.IntNode;

/** What is deleted for good is gone from every table, and only that. */
@IntegrationTest
class BinTest {

    @Autowired ApplicationContext context;
    @Autowired Bin bin;
    @Autowired ProjectBin projectBin;
    @Autowired Projects projects;
    @Autowired RunService runs;
    @Autowired RunGroups groups;
    @Autowired RunCheckpoints checkpoints;
    @Autowired ExperimentService experiments;
    @Autowired BinSettings settings;
    @Autowired JdbcClient jdbc;
    TestRuns ada;

    @BeforeEach
    void somebody_new() {
        ada = new TestRuns(context);
    }

    @Test
    void a_run_deleted_for_good_leaves_no_row_in_any_table() {
        RunId run = trainedAndTried();
        RunId other = trainedAndTried();
        List<UUID> saved = saved(run);
        Map<String, Long> before = counts(run, saved);
        assertThat(before.keySet()).contains("run", "run_epoch", "checkpoint", "evaluation");
        assertThatThrownBy(() -> bin.purge(ada.caller, run)).isInstanceOf(Conflict.class);

        runs.bin(ada.caller, run);
        bin.purge(ada.caller, run);

        assertThatThrownBy(() -> runs.find(ada.caller, run)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> runs.restore(ada.caller, run)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> checkpoints.find(ada.caller, new CheckpointId(saved.getFirst())))
                .isInstanceOf(NotFound.class);
        Awaitility.await().untilAsserted(() -> assertThat(counts(run, saved)).isEmpty());
        assertThat(counts(other, saved(other)).keySet()).isEqualTo(before.keySet());
        assertThat(told("RUN_PURGED", run.value())).isOne();
    }

    @Test
    void what_is_in_the_bin_for_long_enough_goes_by_itself_and_no_sooner() {
        RunId old = trainedAndTried();
        RunId young = trainedAndTried();
        runs.bin(ada.caller, old);
        runs.bin(ada.caller, young);
        putThere("run", old.value(), settings.keep().plusMinutes(1));
        putThere("run", young.value(), settings.keep().minusMinutes(1));
        assertThat(bin.runs(ada.caller, null))
                .anySatisfy(kept ->
                        assertThat(Duration.between(kept.deletedAt(), kept.keptUntil()))
                                .isEqualTo(settings.keep()));
        deleteWhatIsDue();
        assertThat(rows("run", "id", List.of(old.value()))).isZero();
        assertThat(runs.restore(ada.caller, young).binned()).isFalse();
        deleteWhatIsDue();
        assertThat(ada.find(young).progress().epoch()).isEqualTo(2);
        assertThat(told("RUN_PURGED", old.value())).isOne();
    }

    @Test
    void runs_that_train_on_from_a_deleted_one_go_on() {
        RunId parent = trainedAndTried();
        CheckpointId last = new CheckpointId(saved(parent).getLast());
        RunDetails child =
                checkpoints.trainOn(
                        ada.caller, last, new TrainOnRequest(3, TestRuns.request(0, Map.of())));
        runs.bin(ada.caller, parent);
        bin.purge(ada.caller, parent);
        RunDetails ended = ada.awaitEnd(child.id());
        assertThat(ended.failure()).isNull();
        assertThat(ended.progress().epoch()).isEqualTo(3);
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(rows("run", "id", List.of(parent.value()))).isZero());
        assertThat(checkpoints.family(ada.caller, child.id()).members()).hasSize(2);
    }

    @Test
    void a_group_goes_with_the_last_of_its_runs() {
        var group =
                groups.queue(
                        ada.caller,
                        ada.experiment,
                        new GroupRequest(
                                List.of(1L, 2L),
                                new RunRequest(
                                        null,
                                        null,
                                        List.of(),
                                        null,
                                        Map.of("training.epochs", IntNode.valueOf(1)))));
        UUID id = group.details().id().value();
        List<RunId> both = group.runs().stream().map(RunDetails::id).toList();
        both.forEach(ada::awaitEnd);
        runs.bin(ada.caller, both.getFirst());
        bin.purge(ada.caller, both.getFirst());
        sweep();
        assertThat(rows("run_group", "id", List.of(id))).isOne();
        runs.bin(ada.caller, both.getLast());
        bin.purge(ada.caller, both.getLast());
        sweep();
        assertThat(rows("run_group", "id", List.of(id))).isZero();
    }

    @Test
    void an_experiment_stays_as_long_as_a_run_of_it_does() {
        RunId kept = trainedAndTried();
        experiments.archive(ada.caller, ada.experiment);
        putThere("experiment", ada.experiment.value(), settings.keep().plusDays(1));
        deleteWhatIsDue();
        assertThat(experiments.find(ada.caller, ada.experiment).archived()).isTrue();
        assertThatThrownBy(() -> bin.purge(ada.caller, ada.experiment))
                .isInstanceOf(Conflict.class);
        runs.bin(ada.caller, kept);
        deleteWhatIsDue();
        assertThat(runs.find(ada.caller, kept).binned()).isTrue();

        bin.purge(ada.caller, ada.experiment);
        assertThatThrownBy(() -> experiments.find(ada.caller, ada.experiment))
                .isInstanceOf(NotFound.class);
        sweep();
        assertThat(rows("experiment", "id", List.of(ada.experiment.value()))).isZero();
        assertThat(rows("experiment_version", "experiment_id", List.of(ada.experiment.value())))
                .isZero();
        assertThat(counts(kept, List.of())).isEmpty();
    }

    @Test
    void emptying_takes_all_that_the_caller_administers_and_nothing_of_others() {
        TestRuns joan = new TestRuns(context);
        RunId hers = joan.queue(1);
        joan.awaitEnd(hers);
        runs.bin(joan.caller, hers);
        RunId mine = trainedAndTried();
        runs.bin(ada.caller, mine);
        experiments.archive(ada.caller, ada.experiment);
        assertThat(bin.empty(ada.caller, null)).isEqualTo(2);
        assertThat(bin.empty(ada.caller, null)).isZero();
        sweep();
        assertThat(rows("experiment", "id", List.of(ada.experiment.value()))).isZero();
        assertThat(joan.find(hers).binned()).isTrue();
    }

    @Test
    void a_project_in_the_bin_is_nobody_s_and_comes_back_whole() {
        ProjectId project = shared();
        RunId run = runIn(project);
        projectBin.delete(ada.caller, project);
        assertThat(ada.caller.sees(project)).isFalse();
        assertThatThrownBy(() -> runs.find(ada.caller, run)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> projects.find(ada.caller, project)).isInstanceOf(NotFound.class);
        assertThat(projectBin.list(ada.caller)).extracting(Bin.Kept::name).containsExactly("Waves");
        TestRuns joan = new TestRuns(context);
        assertThat(projectBin.list(joan.caller)).isEmpty();
        assertThatThrownBy(() -> projectBin.restore(joan.caller, project))
                .isInstanceOf(NotFound.class);

        projectBin.restore(ada.caller, project);
        assertThat(runs.find(ada.caller, run).progress().epoch()).isEqualTo(2);
        assertThatThrownBy(() -> projectBin.restore(ada.caller, project))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> projectBin.delete(ada.caller, ada.caller.home()))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void a_project_deleted_for_good_takes_everything_along() {
        ProjectId project = shared();
        RunId run = runIn(project);
        RunId training =
                runs.queue(
                                ada.caller,
                                runs.find(ada.caller, run).experiment(),
                                TestRuns.request(
                                        0, Map.of("training.epochs", IntNode.valueOf(1_000_000))))
                        .id();
        projects.choose(ada.caller, project);
        projectBin.delete(ada.caller, project);
        Awaitility.await().untilAsserted(() -> assertThat(state(training)).isEqualTo("CANCELLED"));
        projectBin.purge(ada.caller, project);
        assertThat(projectBin.list(ada.caller)).isEmpty();
        Awaitility.await()
                .untilAsserted(() -> {
                    sweep();
                    assertThat(rows("project", "id", List.of(project.value()))).isZero();
                });
        assertThat(counts(run, List.of())).isEmpty();
        assertThat(counts(training, List.of())).isEmpty();
        for (String table : tablesWith("project_id")) {
            if (!table.equals("audit_entry")) {
                assertThat(rows(table, "project_id", List.of(project.value()))).as(table).isZero();
            }
        }
        assertThat(ada.find(trainedAndTried()).binned()).isFalse();
    }

    @Test
    void two_who_delete_at_once_delete_once() throws Exception {
        List<RunId> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            all.add(trainedAndTried());
        }
        all.forEach(run -> runs.bin(ada.caller, run));
        Callable<Integer> empty = () -> bin.empty(ada.caller, null);
        try (var both = Executors.newFixedThreadPool(2)) {
            for (var answer : both.invokeAll(List.of(empty, empty))) {
                assertThat(answer.get()).isBetween(0, 6);
            }
        }
        sweep();
        for (RunId run : all) {
            assertThat(counts(run, List.of())).isEmpty();
            assertThat(told("RUN_PURGED", run.value())).isOne();
        }
    }

    private void deleteWhatIsDue() {
        bin.markDue();
        sweep();
    }

    /** The timer may be at it as well: whoever comes first. */
    private void sweep() {
        Awaitility.await().until(() -> !bin.sweep());
    }

    private RunId trainedAndTried() {
        RunId run = ada.queue(2);
        ada.awaitEnd(run);
        var _ =
                checkpoints.evaluate(
                        ada.caller,
                        new CheckpointId(saved(run).getLast()),
                        new EvaluationRequest.TeacherForced(),
                        null);
        return run;
    }

    private ProjectId shared() {
        return projects.create(ada.caller, "Waves").id();
    }

    private RunId runIn(ProjectId project) {
        ExperimentId experiment =
                experiments.createFromPreset(ada.caller, project, "damped-simple-rnn", null).id();
        RunId run =
                runs.queue(
                                ada.caller,
                                experiment,
                                TestRuns.request(0, Map.of("training.epochs", IntNode.valueOf(2))))
                        .id();
        ada.awaitEnd(run);
        return run;
    }

    private List<UUID> saved(RunId run) {
        return jdbc.sql("select id from checkpoint where run_id = ? order by epoch")
                .param(run.value())
                .query(UUID.class)
                .list();
    }

    /** Rows of every table that knows runs, and of what hangs on their checkpoints. */
    private Map<String, Long> counts(RunId run, List<UUID> saved) {
        Map<String, Long> counts = new java.util.TreeMap<>();
        for (String table : tablesWith("run_id")) {
            counts.put(table, rows(table, "run_id", List.of(run.value())));
        }
        counts.put("run", rows("run", "id", List.of(run.value())));
        if (!saved.isEmpty()) {
            for (String table : tablesWith("checkpoint_id")) {
                counts.put(table, rows(table, "checkpoint_id", saved));
            }
        }
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    private List<String> tablesWith(String column) {
        return jdbc.sql(
                        "select lower(table_name) from information_schema.columns"
                                + " where lower(column_name) = ? and lower(table_schema) = 'public'")
                .param(column)
                .query(String.class)
                .list();
    }

    private long rows(String table, String column, List<UUID> ids) {
        return jdbc.sql("select count(*) from %s where %s in (:ids)".formatted(table, column))
                .param("ids", ids)
                .query(Long.class)
                .single();
    }

    private String state(RunId run) {
        return jdbc.sql("select state from run where id = ?")
                .param(run.value())
                .query(String.class)
                .single();
    }

    private long told(String action, UUID subject) {
        return jdbc.sql("select count(*) from audit_entry where action = ? and subject_id = ?")
                .param(action)
                .param(subject)
                .query(Long.class)
                .single();
    }

    private void putThere(String table, UUID id, Duration ago) {
        String column = table.equals("experiment") ? "archived_at" : "deleted_at";
        jdbc.sql("update %s set %s = ? where id = ?".formatted(table, column))
                .param(OffsetDateTime.now(java.time.ZoneOffset.UTC).minus(ago))
                .param(id)
                .update();
    }
}
