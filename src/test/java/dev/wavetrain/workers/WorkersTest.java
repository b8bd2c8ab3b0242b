package dev.wavetrain.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.event.SchedulerListener;
import dev.wavetrain.IntegrationTest;
import dev.wavetrain.TestRuns;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.Failure;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunService;
import dev.wavetrain.runs.RunState;
import dev.wavetrain.training.EpochResult;
import dev.wavetrain.training.Outcome;
import dev.wavetrain.training.StopSignal;
import dev.wavetrain.training.TrainingListener;
import dev.wavetrain.training.TrainingPlan;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.node.IntNode;

@IntegrationTest
@Import(ScriptedTraining.Instead.class)
@TestPropertySource(
        properties = {"wavetrain.workers.slots=1", "wavetrain.workers.poll-every=100ms"})
class WorkersTest {

    @Autowired ApplicationContext context;
    @Autowired ScriptedTraining training;
    @Autowired RunService service;
    @Autowired JdbcClient jdbc;
    @Autowired Scheduler scheduler;
    TestRuns runs;

    @BeforeEach
    void somebody_new() {
        runs = new TestRuns(context);
    }

    @Test
    void a_queued_run_is_trained_to_its_end() {
        training.follow(WorkersTest::allEpochs);

        RunDetails ended = runs.awaitEnd(runs.queue(50));

        assertThat(ended.state()).isEqualTo(RunState.COMPLETED);
        assertThat(ended.progress().epoch()).isEqualTo(50);
        assertThat(ended.progress().eta()).isNull();
        assertThat(ended.worker()).isNotBlank();
        assertThat(ended.startedAt()).isBetween(ended.queuedAt(), ended.finishedAt());
        assertThat(ended.provenance().dataSha256()).hasSize(64);
        await().until(() -> places() == 0);
    }

    @Test
    void of_those_that_wait_the_highest_priority_starts_first() {
        CountDownLatch release = new CountDownLatch(1);
        training.follow((plan, stop, listener) -> waiting(release, plan, stop, listener));
        RunId first = runs.queue(1);
        await().until(() -> runs.find(first).state() == RunState.RUNNING);
        RunId low = runs.queue(1, -1);
        RunId usual = runs.queue(1, 0);
        RunId high = runs.queue(1, 5);
        awaitAnotherLook();
        release.countDown();

        assertThat(runs.awaitEnd(high).startedAt()).isBefore(runs.awaitEnd(usual).startedAt());
        assertThat(runs.find(usual).startedAt()).isBefore(runs.awaitEnd(low).startedAt());
    }

    @Test
    void a_run_that_waits_is_cancelled_at_once_and_never_trains() {
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger trained = new AtomicInteger();
        training.follow((plan, stop, listener) -> {
            trained.incrementAndGet();
            return waiting(release, plan, stop, listener);
        });
        RunId first = runs.queue(1);
        await().until(() -> trained.get() == 1);
        RunId waiting = runs.queue(1);

        assertThat(service.cancel(runs.caller, waiting).state()).isEqualTo(RunState.CANCELLED);
        assertThat(places()).isEqualTo(1);
        release.countDown();
        runs.awaitEnd(first);
        runs.awaitEnd(runs.queue(1));

        assertThat(trained.get()).isEqualTo(2);
        assertThatThrownBy(() -> service.cancel(runs.caller, waiting)).isInstanceOf(Conflict.class);
    }

    @Test
    void a_run_that_trains_is_cancelled_and_keeps_what_it_measured() {
        training.follow(WorkersTest::untilStopped);
        RunId run = runs.queue(1_000);
        await().until(() -> runs.find(run).progress().epoch() == 3);

        assertThat(service.cancel(runs.caller, run).cancelling()).isTrue();

        RunDetails ended = runs.awaitEnd(run);
        assertThat(ended.state()).isEqualTo(RunState.CANCELLED);
        assertThat(ended.cancelling()).isFalse();
        assertThat(ended.progress().epoch()).isEqualTo(3);
        assertThat(ended.failure()).isNull();
    }

    @Test
    void an_exception_fails_its_run_alone() {
        training.follow((_, _, _) -> {
            throw new IllegalStateException("the kernel broke");
        });
        RunDetails failed = runs.awaitEnd(runs.queue(10));
        training.follow(WorkersTest::allEpochs);
        RunDetails next = runs.awaitEnd(runs.queue(10));

        assertThat(failed.state()).isEqualTo(RunState.FAILED);
        assertThat(failed.failure().message()).isEqualTo("Training failed: the kernel broke.");
        assertThat(next.state()).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void too_little_memory_fails_its_run_alone() {
        training.follow((_, _, _) -> {
            throw new OutOfMemoryError("Java heap space");
        });
        RunDetails failed = runs.awaitEnd(runs.queue(10));
        training.follow(WorkersTest::allEpochs);
        RunDetails next = runs.awaitEnd(runs.queue(10));

        assertThat(failed.failure().reason()).isEqualTo(Failure.Reason.OUT_OF_MEMORY);
        assertThat(next.state()).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void a_diverged_run_says_when_and_what_to_try() {
        training.follow((_, _, _) -> new Outcome.Diverged(4));

        RunDetails ended = runs.awaitEnd(runs.queue(10));

        assertThat(ended.state()).isEqualTo(RunState.DIVERGED);
        assertThat(ended.failure().message()).contains("epoch 4", "learning rate");
    }

    @Test
    void a_run_stopped_early_says_so() {
        training.follow((_, _, _) -> new Outcome.StoppedEarly(9, 4));

        assertThat(runs.awaitEnd(runs.queue(10)).state()).isEqualTo(RunState.STOPPED_EARLY);
    }

    @Test
    void a_learning_rate_far_too_high_ends_as_diverged() {
        training.follow(ScriptedTraining.real());
        RunId run =
                runs.queue(
                        TestRuns.request(
                                0,
                                Map.of(
                                        "training.optimizer.learningRate",
                                        IntNode.valueOf(1_000_000))));

        RunDetails ended = runs.awaitEnd(run);

        assertThat(ended.state()).isEqualTo(RunState.DIVERGED);
        assertThat(ended.failure().reason()).isEqualTo(Failure.Reason.DIVERGED);
    }

    @Test
    void binning_a_run_that_trains_stops_it() {
        training.follow(WorkersTest::untilStopped);
        RunId run = runs.queue(1_000);
        await().until(() -> runs.find(run).progress().epoch() == 3);

        assertThat(service.bin(runs.caller, run).binned()).isTrue();

        assertThat(runs.awaitEnd(run).state()).isEqualTo(RunState.CANCELLED);
        assertThat(service.restore(runs.caller, run).binned()).isFalse();
    }

    /** What it found before may still be offered to a slot, for some milliseconds. */
    private void awaitAnotherLook() {
        CountDownLatch looks = new CountDownLatch(2);
        scheduler.registerSchedulerListener(
                new AbstractSchedulerListener() {
                    @Override
                    public void onSchedulerEvent(SchedulerListener.SchedulerEventType type) {
                        if (type == SchedulerListener.SchedulerEventType.RAN_EXECUTE_DUE) {
                            looks.countDown();
                        }
                    }
                });
        await().until(() -> looks.getCount() == 0);
    }

    private long places() {
        return jdbc.sql("select count(*) from scheduled_tasks").query(Long.class).single();
    }

    private static Outcome allEpochs(
            TrainingPlan plan, StopSignal stop, TrainingListener listener) {
        int epochs = plan.training().epochs();
        for (int epoch = 1; epoch <= epochs; epoch++) {
            listener.epochEnded(new EpochResult(epoch, 1.0 / epoch, 1.0 / epoch, 1_000, true));
        }
        return new Outcome.Completed(epochs);
    }

    private static Outcome untilStopped(
            TrainingPlan plan, StopSignal stop, TrainingListener listener) {
        for (int epoch = 1; epoch <= 3; epoch++) {
            listener.epochEnded(new EpochResult(epoch, 1, 1, 1_000, epoch == 1));
        }
        ScriptedTraining.awaitStop(stop);
        return new Outcome.Cancelled(3);
    }

    private static Outcome waiting(
            CountDownLatch release, TrainingPlan plan, StopSignal stop, TrainingListener listener) {
        ScriptedTraining.awaitQuietly(release);
        return allEpochs(plan, stop, listener);
    }
}
