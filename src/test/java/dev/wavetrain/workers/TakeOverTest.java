package dev.wavetrain.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.wavetrain.IntegrationTest;
import dev.wavetrain.TestDatabase;
import dev.wavetrain.TestRuns;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunExecutions;
import dev.wavetrain.runs.RunState;
import dev.wavetrain.training.Outcome;
import dev.wavetrain.training.StopSignal;
import dev.wavetrain.training.TrainingListener;
import dev.wavetrain.training.TrainingPlan;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** A worker vanishes in the middle of a run, and perhaps comes back late. */
@IntegrationTest
@Import(ScriptedTraining.Instead.class)
@TestPropertySource(properties = "wavetrain.workers.slots=2")
class TakeOverTest {

    private static final int EPOCHS = 250;

    @Autowired ApplicationContext context;
    @Autowired ScriptedTraining training;
    @Autowired DataSource database;
    @Autowired RunExecutions executions;
    @Autowired Scheduler scheduler;
    TestRuns runs;

    @BeforeEach
    void somebody_new() {
        runs = new TestRuns(context);
    }

    @Test
    void a_run_goes_on_from_its_checkpoint_to_the_same_bits() {
        assertTakenOver(130, 100);
    }

    @Test
    void a_run_without_a_checkpoint_begins_again_to_the_same_bits() {
        assertTakenOver(0, 0);
    }

    private void assertTakenOver(int vanishAt, int resumedFrom) {
        training.follow(ScriptedTraining.real());
        RunId undisturbed = runs.queue(EPOCHS);
        runs.awaitEnd(undisturbed);
        Vanishing vanishing = new Vanishing(vanishAt);
        training.follow(vanishing);
        RunId run = runs.queue(EPOCHS);
        await().until(() -> vanishing.stuck.getCount() == 0);
        await().until(() -> runs.find(run).progress().epoch() >= vanishAt);

        Recovery recovery =
                new Recovery(database, executions, scheduler, () -> {}, Clock.systemUTC());
        if (TestDatabase.isPostgresql()) {
            // On a shared database missed heartbeats would tell, and this process still beats.
            recovery.release();
        }
        recovery.run();
        scheduler.triggerCheckForDueExecutions();
        RunDetails ended = runs.awaitEnd(run);
        vanishing.comeBack.countDown();
        await().until(() -> vanishing.gone.getCount() == 0);

        assertThat(ended.state()).isEqualTo(RunState.COMPLETED);
        assertThat(ended.attempt()).isEqualTo(2);
        assertThat(vanishing.resumedFrom.get()).isGreaterThanOrEqualTo(resumedFrom);
        new RunsCompared(context, runs).assertSame(run, undisturbed, EPOCHS);
    }

    /** Real training whose first attempt hangs after an epoch until it is let go. */
    private static final class Vanishing implements Training {

        final CountDownLatch stuck = new CountDownLatch(1);
        final CountDownLatch comeBack = new CountDownLatch(1);
        final CountDownLatch gone = new CountDownLatch(1);
        final AtomicInteger resumedFrom = new AtomicInteger(-1);
        private final AtomicInteger attempts = new AtomicInteger();
        private final int at;

        Vanishing(int at) {
            this.at = at;
        }

        @Override
        public Outcome train(TrainingPlan plan, StopSignal stop, TrainingListener listener) {
            if (attempts.incrementAndGet() > 1) {
                resumedFrom.set(plan.from() == null ? 0 : plan.from().epoch());
                return ScriptedTraining.real().train(plan, stop, listener);
            }
            try {
                if (at == 0) {
                    hang();
                }
                return ScriptedTraining.real()
                        .train(
                                plan,
                                stop,
                                ScriptedTraining.afterEachEpoch(
                                        listener,
                                        epoch -> {
                                            if (epoch == at) {
                                                hang();
                                            }
                                        }));
            } finally {
                gone.countDown();
            }
        }

        private void hang() {
            stuck.countDown();
            ScriptedTraining.awaitQuietly(comeBack);
        }
    }
}
