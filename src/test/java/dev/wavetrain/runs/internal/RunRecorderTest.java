package dev.wavetrain.runs.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.wavetrain.GatedDataSource;
import dev.wavetrain.IntegrationTest;
import dev.wavetrain.TestRuns;
import dev.wavetrain.checkpoints.CheckpointDetails;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.Ending;
import dev.wavetrain.runs.Failure;
import dev.wavetrain.runs.MetricSeries;
import dev.wavetrain.runs.RunCheckpoints;
import dev.wavetrain.runs.RunEvent;
import dev.wavetrain.runs.RunFeed;
import dev.wavetrain.runs.RunMetrics;
import dev.wavetrain.runs.RunQueue;
import dev.wavetrain.runs.RunRecorder;
import dev.wavetrain.runs.RunSettings;
import dev.wavetrain.runs.RunState;
import dev.wavetrain.runs.StaleAttempt;
import dev.wavetrain.runs.StopFlag;
import dev.wavetrain.runs.StopReason;
import dev.wavetrain.runs.Subscription;
import dev.wavetrain.runs.compare.EpochTimes;
import dev.wavetrain.runs.compare.RunComparisons;
import dev.wavetrain.training.EpochResult;
import dev.wavetrain.training.Label;
import dev.wavetrain.training.ResumePoint;
import dev.wavetrain.training.Snapshot;
import dev.wavetrain.training.TrainingPlan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

@IntegrationTest
@Import(GatedDataSource.Around.class)
class RunRecorderTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final RunSettings SETTINGS = settings(PATIENCE);

    @Autowired ApplicationContext context;
    @Autowired RunWrites writes;
    @Autowired RunFeed feed;
    @Autowired RunMetrics metrics;
    @Autowired RunCheckpoints checkpoints;
    @Autowired Preparation preparation;
    @Autowired DataSource database;
    @Autowired EpochRows epochs;
    @Autowired RunComparisons comparisons;
    @Autowired JdbcTemplate jdbc;

    /** Nothing takes the runs of this test but the test. */
    @MockitoBean RunQueue queue;

    private final StopFlag stop = new StopFlag();
    TestRuns runs;
    RunId run;
    TrainingPlan plan;
    int attempt;

    @BeforeEach
    void a_run_that_has_begun() {
        runs = new TestRuns(context);
        run = runs.queue(5_000);
        begin();
    }

    @AfterEach
    void the_database_is_up_again() {
        gate().heal();
    }

    @Test
    void every_epoch_is_stored_with_progress_and_ending() {
        RunRecorder recorder = recorder(SETTINGS);
        train(recorder, 1, 1_000);
        recorder.end(new Ending(RunState.COMPLETED, null));

        MetricSeries series = metrics.series(runs.caller, run, List.of(), 0, 10_000);
        assertThat(series.line("loss").step()).hasSize(1_000).startsWith(1).endsWith(1_000);
        assertThat(series.line("val_loss").value()[499]).isEqualTo(valLoss(500));
        assertThat(series.next()).isEqualTo(1_000);
        var found = runs.find(run);
        assertThat(found.state()).isEqualTo(RunState.COMPLETED);
        assertThat(found.progress().epoch()).isEqualTo(1_000);
        assertThat(found.progress().loss()).isEqualTo(loss(1_000));
        assertThat(found.progress().bestEpoch()).isEqualTo(1_000);
        assertThat(found.progress().epochsPerSecond()).isEqualTo(1_000);
    }

    @Test
    void a_long_run_is_drawn_from_blocks_of_epochs_as_from_each_of_them() {
        int stored = 0;
        for (int count : List.of(1, 98, 1, 250, 49, 1_333, 2_000, 589)) {
            List<EpochRow> rows = new ArrayList<>();
            for (int epoch = stored + 1; epoch <= stored + count; epoch++) {
                double loss = epoch == 1_234 ? 99 : epoch % 1_000 == 0 ? Double.NaN : loss(epoch);
                rows.add(new EpochRow(epoch, loss, epoch <= 200 ? Double.NaN : -loss));
            }
            var _ = writes.store(run, attempt, new Batch(rows, List.of(), null, null, null));
            stored += count;
        }

        assertDrawnAsEachEpoch(0, stored);
        assertDrawnAsEachEpoch(300, stored);
        assertThat(metrics.series(runs.caller, run, List.of(), 250, 10).line("loss").max())
                .contains(99);
        MetricSeries.Line loss = metrics.series(runs.caller, run, List.of(), 0, 10).line("loss");
        assertThat(loss.step())
                .containsExactly(500, 1_000, 1_500, 2_000, 2_500, 3_000, 3_500, 4_000, 4_321);
        assertThat(loss.max()[2]).isEqualTo(99);
    }

    @Test
    void time_is_kept_in_few_rows_and_goes_on_where_another_worker_does() {
        store(1, 100, Duration.ofMillis(10));
        store(101, 200, Duration.ofMillis(30));
        begin();
        store(151, 201, Duration.ofMillis(10));
        for (int epoch = 202; epoch <= 300; epoch++) {
            store(epoch, epoch, Duration.ofMillis(10));
        }

        EpochTimes times = comparisons.curves(runs.caller, List.of(run), 6).get(run).times();
        assertThat(times.epoch()).containsExactly(50, 100, 150, 200, 250, 300);
        assertThat(times.seconds())
                .containsExactly(new double[] {0.5, 1, 2.5, 4, 4.5, 5}, within(1e-9));
        assertThat(runs.find(run).progress().trained()).isEqualTo(5, within(1e-9));
        assertThat(
                        jdbc.queryForObject(
                                "select count(*) from run_clock where run_id = ?",
                                Integer.class,
                                run.value()))
                .isBetween(3, 15);
    }

    private void store(int from, int to, Duration each) {
        List<EpochRow> rows =
                IntStream.rangeClosed(from, to)
                        .mapToObj(epoch -> new EpochRow(epoch, loss(epoch), null, each.toNanos()))
                        .toList();
        var _ = writes.store(run, attempt, new Batch(rows, List.of(), null, null, null));
    }

    private void assertDrawnAsEachEpoch(int after, int last) {
        EpochBuckets loss = new EpochBuckets(after, last - after, 10);
        EpochBuckets valLoss = new EpochBuckets(after, last - after, 10);
        epochs.forEach(
                run.value(),
                after,
                last,
                row -> {
                    loss.add(row.epoch(), row.loss());
                    valLoss.add(row.epoch(), row.valLoss());
                });
        MetricSeries drawn = metrics.series(runs.caller, run, List.of(), after, 10);
        assertSame(drawn.line("loss"), loss.line());
        assertSame(drawn.line("val_loss"), valLoss.line());
    }

    private static void assertSame(MetricSeries.Line drawn, MetricSeries.Line expected) {
        assertThat(drawn.step()).containsExactly(expected.step());
        assertThat(drawn.value()).containsExactly(expected.value());
        assertThat(drawn.min()).containsExactly(expected.min());
        assertThat(drawn.max()).containsExactly(expected.max());
    }

    @Test
    void what_the_feed_tells_is_committed() {
        ConcurrentLinkedQueue<Integer> missing = new ConcurrentLinkedQueue<>();
        ConcurrentLinkedQueue<RunEvent> heard = new ConcurrentLinkedQueue<>();
        try (Subscription _ =
                feed.subscribe(
                        runs.caller,
                        run,
                        event -> {
                            heard.add(event);
                            if (epochs.last(event.run().value()) < event.epoch()) {
                                missing.add(event.epoch());
                            }
                        })) {
            RunRecorder recorder = recorder(SETTINGS);
            train(recorder, 1, 300);
            recorder.end(new Ending(RunState.COMPLETED, null));
        }

        assertThat(missing).isEmpty();
        assertThat(heard).last().extracting(RunEvent::state).isEqualTo(RunState.COMPLETED);
        assertThat(heard).last().extracting(RunEvent::epoch).isEqualTo(300);
    }

    @Test
    void training_waits_while_the_database_is_slow_and_nothing_is_lost() throws Exception {
        gate().stop();
        RunRecorder recorder = recorder(SETTINGS);
        AtomicInteger trained = new AtomicInteger();
        Thread engine =
                Thread.ofPlatform()
                        .start(() -> {
                            for (int epoch = 1; epoch <= 1_000; epoch++) {
                                recorder.epochEnded(epoch(epoch));
                                trained.set(epoch);
                            }
                        });
        await().until(() -> engine.getState() == Thread.State.TIMED_WAITING && trained.get() >= 16);
        assertThat(trained.get()).isLessThanOrEqualTo(2 * 16 + 1);

        gate().heal();
        engine.join();
        recorder.end(new Ending(RunState.COMPLETED, null));

        assertThat(epochs.last(run.value())).isEqualTo(1_000);
        assertThat(count()).isEqualTo(1_000);
    }

    @Test
    void a_database_that_fails_for_a_while_costs_nothing() {
        RunRecorder recorder = recorder(SETTINGS);
        train(recorder, 1, 10);
        gate().breakDown();
        train(recorder, 11, 15);
        await().until(() -> gate().refused() > 1);
        gate().heal();
        train(recorder, 16, 100);
        recorder.end(new Ending(RunState.COMPLETED, null));

        assertThat(count()).isEqualTo(100);
        assertThat(runs.find(run).state()).isEqualTo(RunState.COMPLETED);
        assertThat(stop.reason()).isNull();
    }

    @Test
    void a_run_that_cannot_be_stored_is_stopped_and_fails_with_the_reason() {
        RunRecorder recorder = recorder(settings(Duration.ZERO));
        gate().breakDown();
        train(recorder, 1, 5);
        await().until(() -> stop.reason() == StopReason.STORE_FAILED);
        train(recorder, 6, 1_000);
        gate().heal();
        recorder.end(new Ending(RunState.CANCELLED, null));

        var found = runs.find(run);
        assertThat(found.state()).isEqualTo(RunState.FAILED);
        assertThat(found.failure().reason()).isEqualTo(Failure.Reason.STORE);
    }

    @Test
    void a_worker_that_comes_back_late_is_refused_and_stops() {
        RunRecorder late = recorder(SETTINGS);
        train(late, 1, 10);
        await().until(() -> epochs.last(run.value()) == 10);
        StopFlag lateStop = stop;
        begin();
        RunRecorder now = recorder(SETTINGS, new StopFlag());
        train(late, 11, 12);
        await().until(() -> lateStop.reason() == StopReason.TAKEN_OVER);
        late.end(new Ending(RunState.COMPLETED, null));

        assertThat(runs.find(run).state()).isEqualTo(RunState.RUNNING);
        train(now, 5, 20);
        now.end(new Ending(RunState.COMPLETED, null));
        assertThat(count()).isEqualTo(20);
        assertThat(runs.find(run).attempt()).isEqualTo(2);
    }

    @Test
    void an_interrupt_loses_no_epoch() {
        RunRecorder recorder = recorder(SETTINGS);
        Thread.currentThread().interrupt();
        train(recorder, 1, 100);
        recorder.end(new Ending(RunState.COMPLETED, null));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(count()).isEqualTo(100);
    }

    @Test
    void checkpoints_are_stored_with_the_epochs_up_to_them() {
        ConcurrentLinkedQueue<RunEvent> early = new ConcurrentLinkedQueue<>();
        try (Subscription _ =
                feed.subscribe(
                        runs.caller,
                        run,
                        event -> {
                            if (event.checkpointEpoch() > event.epoch()) {
                                early.add(event);
                            }
                        })) {
            RunRecorder recorder = recorder(SETTINGS);
            train(recorder, 1, 20);
            recorder.checkpointReached(snapshot(20, Label.BEST));
            train(recorder, 21, 30);
            recorder.checkpointReached(snapshot(30, Label.PERIODIC));
            train(recorder, 31, 40);
            recorder.checkpointReached(snapshot(40, Label.BEST, Label.LAST));
            recorder.end(new Ending(RunState.COMPLETED, null));
        }

        assertThat(early).isEmpty();
        List<CheckpointDetails> kept = checkpoints.list(runs.caller, run);
        assertThat(kept).extracting(CheckpointDetails::epoch).containsExactly(30, 40);
        assertThat(kept.getLast().labels()).containsExactlyInAnyOrder(Label.BEST, Label.LAST);
        byte[] file = checkpoints.weights(runs.caller, kept.getLast().id());
        assertThat(file).hasSize((int) kept.getLast().bytes());
        assertThat(dev.wavetrain.model.Checksums.bytes(file)).isEqualTo(kept.getLast().sha256());
    }

    @Test
    @Timeout(60)
    void weights_do_not_wait_for_a_batch_to_fill() {
        RunRecorder recorder = recorder(settings(Duration.ofHours(1), 1_000, PATIENCE));
        for (int epoch = 1; epoch <= 5; epoch++) {
            train(recorder, epoch, epoch);
            recorder.checkpointReached(snapshot(epoch, Label.PERIODIC));
        }
        recorder.end(new Ending(RunState.COMPLETED, null));
        assertThat(checkpoints.list(runs.caller, run)).hasSize(5);
    }

    @Test
    void a_run_that_is_put_aside_goes_on_from_its_last_checkpoint() {
        RunRecorder recorder = recorder(SETTINGS);
        train(recorder, 1, 30);
        recorder.checkpointReached(snapshot(30, Label.PERIODIC));
        train(recorder, 31, 35);
        recorder.end(Ending.LATER);
        assertThat(runs.find(run).state()).isEqualTo(RunState.QUEUED);

        begin();

        assertThat(plan.from()).isNotNull();
        assertThat(plan.from().epoch()).isEqualTo(30);
        assertThat(runs.find(run).attempt()).isEqualTo(2);
    }

    /** As when the connection breaks between the commit and its answer. */
    @Test
    void an_ending_stored_twice_is_one() {
        for (Ending ending : List.of(Ending.LATER, new Ending(RunState.COMPLETED, null))) {
            Batch last = new Batch(List.of(), List.of(), null, null, ending);
            Stored first = writes.store(run, attempt, last);

            assertThat(writes.store(run, attempt, last)).isEqualTo(first);
            assertThat(runs.find(run).state()).isEqualTo(ending.state());
            if (ending == Ending.LATER) {
                begin();
                assertThatThrownBy(() -> writes.store(run, attempt - 1, last))
                        .isInstanceOf(StaleAttempt.class);
            }
        }
    }

    @Test
    void a_cancel_that_came_from_elsewhere_stops_the_training() {
        RunRecorder recorder = recorder(SETTINGS);
        context.getBean(dev.wavetrain.runs.RunService.class).cancel(runs.caller, run);
        train(recorder, 1, 1);
        await().until(() -> stop.reason() == StopReason.CANCEL);
        recorder.end(Ending.CANCELLED);
        assertThat(runs.find(run).state()).isEqualTo(RunState.CANCELLED);
    }

    @Test
    void values_that_are_no_numbers_are_kept_as_they_are() throws IOException {
        RunRecorder recorder = recorder(SETTINGS);
        recorder.epochEnded(new EpochResult(1, 0.5, 0.25, 1, true));
        recorder.epochEnded(new EpochResult(2, Double.POSITIVE_INFINITY, Double.NaN, 1, false));
        recorder.end(new Ending(RunState.DIVERGED, new Failure(Failure.Reason.DIVERGED, "2")));

        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        metrics.writeCsv(runs.caller, run, csv);
        assertThat(csv.toString(StandardCharsets.UTF_8))
                .isEqualTo("epoch,loss,val_loss\n1,0.5,0.25\n2,Infinity,NaN\n");
        assertThat(runs.find(run).progress().best()).isEqualTo(0.25);
        assertThat(runs.find(run).failure().message()).contains("epoch 2", "learning rate");
    }

    private static RunSettings settings(Duration patience) {
        return settings(Duration.ofMillis(1), 16, patience);
    }

    private static RunSettings settings(Duration batchEvery, int batchSize, Duration patience) {
        return new RunSettings(
                batchEvery,
                batchSize,
                batchSize,
                Duration.ofSeconds(10),
                patience,
                Duration.ofSeconds(1));
    }

    private void begin() {
        Begun begun = writes.begin(run, "here").orElseThrow();
        attempt = begun.assignment().attempt();
        plan = preparation.prepare(begun.assignment()).plan();
    }

    private RunRecorder recorder(RunSettings settings) {
        return recorder(settings, stop);
    }

    private RunRecorder recorder(RunSettings settings, StopFlag flag) {
        return RunRecorder.start(
                new BatchWriter(run, attempt, plan, writes, feed, flag, settings.patience()),
                settings,
                flag);
    }

    private void train(RunRecorder recorder, int from, int to) {
        for (int epoch = from; epoch <= to; epoch++) {
            recorder.epochEnded(epoch(epoch));
        }
    }

    private Snapshot snapshot(int epoch, Label... labels) {
        float[] parameters = new float[plan.network().parameterCount()];
        parameters[0] = epoch;
        ResumePoint resume =
                new ResumePoint(epoch, null, epoch, parameters, new float[0], null, 1, 0);
        return new Snapshot(epoch, loss(epoch), valLoss(epoch), Set.of(labels), parameters, resume);
    }

    private int count() {
        return metrics.series(runs.caller, run, List.of("loss"), 0, 10_000).line("loss").length();
    }

    private GatedDataSource gate() {
        return (GatedDataSource) database;
    }

    private static EpochResult epoch(int epoch) {
        return new EpochResult(epoch, loss(epoch), valLoss(epoch), 1_000_000, true);
    }

    private static double loss(int epoch) {
        return 1.0 / epoch;
    }

    private static double valLoss(int epoch) {
        return 2.0 / epoch;
    }
}
