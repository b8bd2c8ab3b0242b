package dev.wavetrain.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wavetrain.IntegrationTest;
import dev.wavetrain.TestRuns;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.Failure;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunExecutions;
import dev.wavetrain.runs.RunState;
import dev.wavetrain.runs.StopFlag;
import dev.wavetrain.training.Outcome;
import java.time.OffsetDateTime;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Workers in other processes that vanish without a word: only their heartbeats stay away. */
@IntegrationTest
@Import(ScriptedTraining.Instead.class)
@TestPropertySource(
        properties = {
            "wavetrain.workers.slots=1",
            "wavetrain.workers.poll-every=100ms",
            "wavetrain.workers.heartbeat-every=100ms"
        })
class DeadWorkerTest {

    @Autowired ApplicationContext context;
    @Autowired ScriptedTraining training;
    @Autowired RunExecutions executions;
    @Autowired JdbcClient jdbc;
    final CountDownLatch slotIsFree = new CountDownLatch(1);
    final AtomicInteger trained = new AtomicInteger();
    TestRuns runs;

    /** The only slot trains something else until it is let go. */
    @BeforeEach
    void a_busy_slot() {
        runs = new TestRuns(context);
        training.follow((plan, _, _) -> {
            if (trained.getAndIncrement() == 0) {
                ScriptedTraining.awaitQuietly(slotIsFree);
            }
            return new Outcome.Completed(plan.training().epochs());
        });
        runs.queue(1);
        await().until(() -> trained.get() == 1);
    }

    @Test
    void its_run_goes_on_before_what_was_queued_later() {
        RunId lost = runs.queue(1);
        RunId later = runs.queue(1);
        vanish(lost);
        silence(lost);
        await().until(() -> !isPicked(lost));
        slotIsFree.countDown();

        RunDetails ended = runs.awaitEnd(lost);
        assertThat(ended.state()).isEqualTo(RunState.COMPLETED);
        assertThat(ended.attempt()).isEqualTo(2);
        assertThat(ended.finishedAt()).isBefore(runs.awaitEnd(later).finishedAt());
    }

    @Test
    void a_run_that_takes_five_of_them_along_fails_and_says_so() {
        RunId run = runs.queue(1);
        for (int worker = 1; worker <= 5; worker++) {
            vanish(run);
        }
        silence(run);
        slotIsFree.countDown();

        RunDetails ended = runs.awaitEnd(run);
        assertThat(ended.state()).isEqualTo(RunState.FAILED);
        assertThat(ended.failure().reason()).isEqualTo(Failure.Reason.ABANDONED);
        assertThat(ended.failure().message()).contains("stopped 5 times in a row");
        assertThat(trained.get()).isEqualTo(1);
        await().until(() -> places() == 0);
    }

    @Test
    void four_of_them_are_no_reason_to_give_up() {
        RunId run = runs.queue(1);
        for (int worker = 1; worker <= 4; worker++) {
            vanish(run);
        }
        silence(run);
        slotIsFree.countDown();

        assertThat(runs.awaitEnd(run).state()).isEqualTo(RunState.COMPLETED);
    }

    /** A worker begins it and stores nothing. */
    private void vanish(RunId run) {
        assertThat(executions.begin(run, "gone", new StopFlag())).isPresent();
    }

    private void silence(RunId run) {
        jdbc.sql(
                        "update scheduled_tasks set picked = true, picked_by = 'gone',"
                                + " last_heartbeat = ?, version = version + 1"
                                + " where task_instance = ?")
                .param(OffsetDateTime.now())
                .param(run.toString())
                .update();
    }

    private boolean isPicked(RunId run) {
        return jdbc.sql("select picked from scheduled_tasks where task_instance = ?")
                .param(run.toString())
                .query(Boolean.class)
                .single();
    }

    private long places() {
        return jdbc.sql("select count(*) from scheduled_tasks").query(Long.class).single();
    }
}
