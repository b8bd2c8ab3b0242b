package dev.wavetrain.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doNothing;

import dev.wavetrain.IntegrationTest;
import dev.wavetrain.TestRuns;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.GroupId;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.RunId;
import dev.wavetrain.experiments.SeedsStart;
import dev.wavetrain.runs.GroupContrast.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import tools.jackson.databind.node.IntNode;

@IntegrationTest
class RunGroupsTest {

    @Autowired ApplicationContext context;
    @Autowired RunGroups groups;
    @Autowired RunService runs;
    @Autowired SeedsStart editor;
    @Autowired JdbcClient jdbc;

    /** The runs of this test stay where they are. */
    @MockitoBean RunQueue queue;

    TestRuns ada;

    @BeforeEach
    void somebody_new() {
        ada = new TestRuns(context);
    }

    @Test
    void a_group_has_a_run_for_each_seed_alike_in_all_else() {
        RunRequest each =
                new RunRequest(
                        null,
                        "Mine",
                        List.of("paper"),
                        2,
                        Map.of("training.epochs", IntNode.valueOf(50)));
        RunGroup group =
                groups.queue(ada.caller, ada.experiment, new GroupRequest(List.of(9L, -2L), each));

        assertThat(group.details().name()).isEqualTo("Mine");
        assertThat(group.details().seeds()).isEqualTo(2);
        assertThat(group.runs()).extracting(RunDetails::seed).containsExactly(-2L, 9L);
        assertThat(group.runs())
                .allSatisfy(run -> {
                    assertThat(run.group()).isEqualTo(group.details().id());
                    assertThat(run.name()).isEqualTo("Mine");
                    assertThat(run.tags()).containsExactly("paper");
                    assertThat(run.priority()).isEqualTo(2);
                    assertThat(run.definition()).isEqualTo(group.runs().getFirst().definition());
                    assertThat(run.progress().epochs()).isEqualTo(50);
                });
        assertThat(groups.find(ada.caller, group.details().id())).isEqualTo(group);
        assertThat(groups.inProject(ada.caller, group.details().project()))
                .containsExactly(group.details());
        assertThat(runs.find(ada.caller, ada.queue(5)).group()).isNull();
        assertThat(
                        runs.list(
                                        ada.caller,
                                        new RunQuery("group:" + group.details().id(), "", 0, 50))
                                .total())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, true", "100, true", "101, false", "10000, false"})
    void a_group_has_one_to_a_hundred_seeds(int count, boolean fits) {
        if (fits) {
            assertThat(groups.queue(ada.caller, ada.experiment, request(count, null)).runs())
                    .hasSize(count);
        } else {
            assertThatThrownBy(() -> request(count, null))
                    .isInstanceOfSatisfying(
                            InvalidValue.class,
                            e ->
                                    assertThat(e.errors())
                                            .extracting(FieldError::field)
                                            .containsExactly("seeds"));
        }
    }

    @Test
    void a_seed_twice_or_another_seed_beside_them_is_refused() {
        assertThatThrownBy(() -> new GroupRequest(List.of(1L, 2L, 1L), RunRequest.PLAIN))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("seeds must all be different: 1 is there more than once");
        assertThatThrownBy(() -> new GroupRequest(List.of(1L, 2L), RunRequest.ofSeed(3)))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("seed or seeds");
    }

    @Test
    void where_one_run_cannot_be_queued_there_is_none() {
        doNothing()
                .doNothing()
                .doThrow(new IllegalStateException("no room"))
                .when(queue)
                .enqueue(any(), anyInt(), any());

        assertThatThrownBy(() -> group(3)).hasMessage("no room");
        assertThat(runs.list(ada.caller, RunQuery.ALL).total()).isZero();
        assertThat(groups.inProject(ada.caller, ada.caller.home())).isEmpty();
    }

    @Test
    void the_same_request_sent_often_makes_one_group() throws Exception {
        List<Callable<GroupId>> clicks = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            clicks.add(() ->
                    groups.queue(ada.caller, ada.experiment, request(3, "click-1")).details().id());
        }
        Set<GroupId> made;
        try (var browser = Executors.newFixedThreadPool(6)) {
            made =
                    browser.invokeAll(clicks).stream()
                            .map(Future::resultNow)
                            .collect(Collectors.toSet());
        }

        assertThat(made).hasSize(1);
        assertThat(runs.list(ada.caller, RunQuery.ALL).total()).isEqualTo(3);
        assertThatThrownBy(
                        () -> {
                            TestRuns other = new TestRuns(context);
                            groups.queue(other.caller, ada.experiment, request(3, "click-1"));
                        })
                .isInstanceOf(NotFound.class);
    }

    @Test
    void the_editor_counts_seeds_up() {
        GroupId made = editor.start(ada.caller, ada.experiment, 5, 3, "dialog-1");

        assertThat(groups.find(ada.caller, made).runs())
                .extracting(RunDetails::seed)
                .containsExactly(5L, 6L, 7L);
        assertThat(editor.start(ada.caller, ada.experiment, 5, 3, "dialog-1")).isEqualTo(made);
    }

    @Test
    void others_see_nothing_of_it() {
        RunGroup hers = group(2);
        GroupId id = hers.details().id();
        TestRuns eve = new TestRuns(context);
        GroupId own = groups.queue(eve.caller, eve.experiment, request(2, null)).details().id();

        assertThatThrownBy(() -> groups.find(eve.caller, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> groups.cancel(eve.caller, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> groups.series(eve.caller, id, List.of(), 10))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> groups.compare(eve.caller, own, id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> groups.compare(eve.caller, id, own)).isInstanceOf(NotFound.class);
        assertThat(groups.inProject(eve.caller, hers.details().project())).isEmpty();
    }

    @Test
    void cancelling_reaches_every_run_that_has_not_ended() {
        RunGroup group = group(3);
        runs.cancel(ada.caller, group.runs().getFirst().id());

        RunGroup cancelled = groups.cancel(ada.caller, group.details().id());

        assertThat(cancelled.runs()).extracting(RunDetails::state).containsOnly(RunState.CANCELLED);
        assertThat(cancelled.results()).isEmpty();
        assertThat(cancelled.spreads()).isEmpty();
        assertThatThrownBy(() -> groups.cancel(ada.caller, group.details().id()))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void the_spread_is_over_results_and_a_diverged_run_is_the_worst() {
        RunGroup group = group(5);
        List<RunId> ids = group.runs().stream().map(RunDetails::id).toList();
        ended(ids.get(0), "COMPLETED", 10, 0.5, 0.4, 9);
        ended(ids.get(1), "STOPPED_EARLY", 6, 0.3, 0.2, 4);
        ended(ids.get(2), "DIVERGED", 3, Double.NaN, 0.9, 2);
        ended(ids.get(3), "CANCELLED", 2, 0.1, 0.1, 2);

        RunGroup now = groups.find(ada.caller, group.details().id());

        assertThat(now.spreads().get(GroupMetric.LOSS))
                .isEqualTo(
                        new Spread(
                                3,
                                0.3,
                                0.4,
                                0.5,
                                Double.POSITIVE_INFINITY,
                                Double.POSITIVE_INFINITY));
        assertThat(now.spreads().get(GroupMetric.BEST).median()).isEqualTo(0.4);
        assertThat(now.spreads().get(GroupMetric.BEST_EPOCH).median()).isEqualTo(4);
        assertThat(now.spreads().get(GroupMetric.EPOCHS).min()).isEqualTo(3);
        assertThat(now.hasEnded()).isFalse();
        runs.bin(ada.caller, ids.get(1));
        assertThat(
                        groups.find(ada.caller, group.details().id())
                                .spreads()
                                .get(GroupMetric.LOSS)
                                .n())
                .isEqualTo(2);
    }

    @Test
    void a_run_counts_at_the_epochs_that_it_has() {
        RunGroup group = group(3);
        trained(group.runs().get(0).id(), 4, 1);
        trained(group.runs().get(1).id(), 4, 3);
        trained(group.runs().get(2).id(), 2, 8);
        GroupId id = group.details().id();

        GroupSeries series = groups.series(ada.caller, id, List.of(), 100);

        GroupSeries.Line loss = series.lines().get("loss");
        assertThat(loss.step()).containsExactly(1, 2, 3, 4);
        assertThat(loss.runs()).containsExactly(3, 3, 2, 2);
        assertThat(loss.median()).containsExactly(3, 3, 2, 2);
        assertThat(loss.lowerQuartile()).containsExactly(2, 2, 1.5, 1.5);
        assertThat(loss.upperQuartile()).containsExactly(5.5, 5.5, 2.5, 2.5);
        assertThat(loss.min()).containsExactly(1, 1, 1, 1);
        assertThat(loss.max()).containsExactly(8, 8, 3, 3);
        assertThat(series.lines().get("val_loss").median()).containsExactly(6, 6, 4, 4);
        assertThat(series.epoch()).isEqualTo(4);
        GroupSeries thin = groups.series(ada.caller, id, List.of("loss"), 2);
        assertThat(thin.lines()).containsOnlyKeys("loss");
        assertThat(thin.lines().get("loss").step()).containsExactly(1, 4);
        assertThat(thin.lines().get("loss").runs()).containsExactly(3, 2);
        assertThatThrownBy(() -> groups.series(ada.caller, id, List.of("accuracy"), 2))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> groups.series(ada.caller, id, List.of(), 0))
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void a_group_that_has_not_begun_has_an_empty_series() {
        GroupSeries series = groups.series(ada.caller, group(2).details().id(), List.of(), 100);

        assertThat(series.epoch()).isZero();
        assertThat(series.lines().get("loss").length()).isZero();
    }

    /** 5 against 5 without overlap: p = 2 / 252, doubled by Holm for the two metrics that vary. */
    @Test
    void a_difference_larger_than_the_seeds_noise_is_told_from_one_that_is_not() {
        GroupId low = ended(5, 0.1);
        GroupId high = ended(5, 0.9);
        GroupId mixed = ended(5, 0.12);

        GroupComparison clear = groups.compare(ada.caller, low, high);
        assertThat(clear.sameTask()).isTrue();
        GroupContrast loss = contrast(clear, "loss");
        assertThat(loss.u()).isZero();
        assertThat(loss.p()).isEqualTo(2 / 252.0, within(1e-12));
        assertThat(loss.adjustedP()).isEqualTo(4 / 252.0, within(1e-12));
        assertThat(loss.verdict()).isEqualTo(Verdict.LARGER_THAN_NOISE);
        assertThat(contrast(clear, "best_val_loss").verdict()).isEqualTo(Verdict.LARGER_THAN_NOISE);
        // All ran as long: nothing to test, and nothing to correct for.
        assertThat(contrast(clear, "epochs").p()).isEqualTo(1);
        assertThat(contrast(clear, "epochs").verdict()).isEqualTo(Verdict.NOT_LARGER_THAN_NOISE);
        assertThat(contrast(groups.compare(ada.caller, low, mixed), "loss").verdict())
                .isEqualTo(Verdict.NOT_LARGER_THAN_NOISE);
    }

    @Test
    void too_few_seeds_tell_nothing() {
        GroupId two = ended(2, 0.1);
        GroupId three = ended(3, 0.5);
        GroupId five = ended(5, 0.9);

        GroupContrast untested = contrast(groups.compare(ada.caller, two, five), "loss");
        assertThat(untested.p()).isNull();
        assertThat(untested.verdict()).isEqualTo(Verdict.TOO_FEW_SEEDS);
        assertThat(untested.second()).isNotNull();
        // Even without any overlap p is 2 / 20: no result of 3 against 3 could be below 0.05.
        GroupContrast hopeless = contrast(groups.compare(ada.caller, three, ended(3, 0.9)), "loss");
        assertThat(hopeless.p()).isEqualTo(0.1, within(1e-12));
        assertThat(hopeless.verdict()).isEqualTo(Verdict.TOO_FEW_SEEDS);
        assertThatThrownBy(() -> groups.compare(ada.caller, five, five))
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void groups_that_learned_something_else_say_so() {
        GroupId one = ended(3, 0.1);
        RunRequest other =
                new RunRequest(
                        null,
                        null,
                        List.of(),
                        null,
                        Map.of("sequence.window", IntNode.valueOf(10)));
        RunGroup two =
                groups.queue(ada.caller, ada.experiment, new GroupRequest(List.of(1L), other));

        assertThat(groups.compare(ada.caller, one, two.details().id()).sameTask()).isFalse();
    }

    private RunGroup group(int seeds) {
        return groups.queue(ada.caller, ada.experiment, request(seeds, null));
    }

    private static GroupRequest request(int seeds, @Nullable String key) {
        return new GroupRequest(
                LongStream.rangeClosed(1, seeds).boxed().toList(),
                new RunRequest(null, null, List.of(), null, Map.of(), key));
    }

    /** A group that has ended with losses from {@code lowest} on, 0.01 apart. */
    private GroupId ended(int seeds, double lowest) {
        RunGroup group = group(seeds);
        for (int i = 0; i < seeds; i++) {
            double loss = lowest + 0.01 * i;
            ended(group.runs().get(i).id(), "COMPLETED", 10, loss, loss / 2, 10);
        }
        return group.details().id();
    }

    private void ended(
            RunId run, String state, int epoch, double loss, double best, int bestEpoch) {
        jdbc.sql(
                        "update run set state = ?, epoch = ?, loss = ?, val_loss = ?, best = ?,"
                                + " best_epoch = ? where id = ?")
                .params(state, epoch, loss, loss, best, bestEpoch, run.value())
                .update();
    }

    /** As many epochs, all of them with one loss, and twice that on validation. */
    private void trained(RunId run, int epochs, double loss) {
        for (int epoch = 1; epoch <= epochs; epoch++) {
            jdbc.sql("insert into run_epoch (run_id, epoch, loss, val_loss) values (?, ?, ?, ?)")
                    .params(run.value(), epoch, loss, 2 * loss)
                    .update();
        }
        jdbc.sql("update run set epoch = ? where id = ?").params(epochs, run.value()).update();
    }

    private static GroupContrast contrast(GroupComparison comparison, String key) {
        return comparison.contrasts().stream()
                .filter(contrast -> contrast.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
