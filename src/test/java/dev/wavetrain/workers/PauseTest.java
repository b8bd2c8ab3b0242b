package dev.wavetrain.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.wavetrain.IntegrationTest;
import dev.wavetrain.TestRuns;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunFeed;
import dev.wavetrain.runs.RunService;
import dev.wavetrain.runs.RunState;
import dev.wavetrain.runs.Subscription;
import dev.wavetrain.training.Outcome;
import dev.wavetrain.training.StopSignal;
import dev.wavetrain.training.TrainingListener;
import dev.wavetrain.training.TrainingPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Pausing frees the slot and costs nothing: not an epoch, not a bit. */
@IntegrationTest
@Import(ScriptedTraining.Instead.class)
@TestPropertySource(properties = "wavetrain.workers.slots=1")
class PauseTest {

    private static final int EPOCHS = 250;

    @Autowired ApplicationContext context;
    @Autowired ScriptedTraining training;
    @Autowired RunService service;
    @Autowired RunFeed feed;
    @Autowired JdbcClient jdbc;
    TestRuns runs;

    @BeforeEach
    void somebody_new() {
        runs = new TestRuns(context);
        training.follow(ScriptedTraining.real());
    }

    @Test
    void a_paused_run_frees_its_slot_and_ends_as_if_never_paused() {
        training.follow(new Held(130));
        RunId run = runs.queue(EPOCHS);
        await().until(() -> runs.find(run).progress().epoch() == 130);

        assertThat(service.pause(runs.caller, run).pausing()).isTrue();
        RunDetails paused = awaitState(run, RunState.PAUSED);
        assertThat(paused.progress().epoch()).isEqualTo(130);
        assertThat(paused.progress().eta()).isNull();
        assertThat(paused.progress().epochsPerSecond()).isNull();
        assertThat(paused.finishedAt()).isNull();
        assertThat(paused.pausing()).isFalse();

        training.follow(ScriptedTraining.real());
        RunId undisturbed = runs.queue(EPOCHS);
        assertThat(runs.awaitEnd(undisturbed).state()).isEqualTo(RunState.COMPLETED);
        assertThat(runs.find(run).state()).isEqualTo(RunState.PAUSED);

        Held goingOn = new Held(EPOCHS + 1);
        training.follow(goingOn);
        assertThat(service.resume(runs.caller, run).state()).isEqualTo(RunState.QUEUED);
        assertThat(runs.awaitEnd(run).state()).isEqualTo(RunState.COMPLETED);
        assertThat(goingOn.from).as("nothing is trained twice").isEqualTo(130);
        new RunsCompared(context, runs).assertSame(run, undisturbed, EPOCHS);
    }

    @Test
    void paused_and_resumed_at_every_turn_it_ends_the_same() {
        RunId undisturbed = runs.queue(EPOCHS);
        runs.awaitEnd(undisturbed);
        RunId run = runs.queue(EPOCHS);
        int paused = 0;
        while (!runs.find(run).state().isFinal()) {
            try {
                if (runs.find(run).state() == RunState.PAUSED) {
                    service.resume(runs.caller, run);
                    paused++;
                } else {
                    service.pause(runs.caller, run);
                }
            } catch (Conflict changedMeanwhile) {
                assertThat(changedMeanwhile).hasMessageStartingWith("The run ");
            }
            // A run that is always paused before its first batch would never end.
            awaitProgress(run, paused);
        }

        assertThat(paused).isPositive();
        assertThat(runs.find(run).state()).isEqualTo(RunState.COMPLETED);
        new RunsCompared(context, runs).assertSame(run, undisturbed, EPOCHS);
        await().untilAsserted(() -> assertThat(places(run)).isZero());
    }

    /** Its place in the queue is still the worker's at that moment. */
    @Test
    void a_run_that_is_resumed_the_moment_it_pauses_goes_on() {
        training.follow(new Held(3));
        RunId run = runs.queue(50);
        await().until(() -> runs.find(run).progress().epoch() == 3);
        training.follow(ScriptedTraining.real());
        try (Subscription _ =
                feed.subscribe(
                        runs.caller,
                        run,
                        event -> {
                            if (event.state() == RunState.PAUSED) {
                                service.resume(runs.caller, run);
                            }
                        })) {
            service.pause(runs.caller, run);

            assertThat(runs.awaitEnd(run).state()).isEqualTo(RunState.COMPLETED);
        }
        await().untilAsserted(() -> assertThat(places(run)).isZero());
    }

    @Test
    void a_run_that_waits_is_paused_at_once_and_another_one_trains() {
        training.follow(new Held(3));
        RunId first = runs.queue(50);
        await().until(() -> runs.find(first).progress().epoch() == 3);
        RunId waiting = runs.queue(50);

        assertThat(service.pause(runs.caller, waiting).state()).isEqualTo(RunState.PAUSED);
        assertThat(places(waiting)).isZero();
        service.cancel(runs.caller, first);
        training.follow(ScriptedTraining.real());
        runs.awaitEnd(runs.queue(5));
        assertThat(runs.find(waiting).state()).isEqualTo(RunState.PAUSED);
        service.resume(runs.caller, waiting);

        assertThat(runs.awaitEnd(waiting).state()).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void a_paused_run_is_cancelled_and_keeps_what_it_measured() {
        training.follow(new Held(3));
        RunId run = runs.queue(50);
        await().until(() -> runs.find(run).progress().epoch() == 3);
        service.pause(runs.caller, run);
        awaitState(run, RunState.PAUSED);
        assertThat(resumeParts(run)).isPositive();

        RunDetails cancelled = service.cancel(runs.caller, run);

        assertThat(cancelled.state()).isEqualTo(RunState.CANCELLED);
        assertThat(cancelled.progress().epoch()).isEqualTo(3);
        assertThat(cancelled.finishedAt()).isNotNull();
        assertThat(resumeParts(run)).isZero();
        assertThatThrownBy(() -> service.resume(runs.caller, run)).isInstanceOf(Conflict.class);
    }

    @Test
    void pause_and_cancel_from_two_tabs_at_once_cancel_it() throws Exception {
        training.follow(new Held(3));
        RunId run = runs.queue(50);
        await().until(() -> runs.find(run).progress().epoch() == 3);
        List<Callable<RunState>> clicks = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            clicks.add(() -> service.pause(runs.caller, run).state());
        }
        clicks.add(3, () -> service.cancel(runs.caller, run).state());
        try (var tabs = Executors.newFixedThreadPool(clicks.size())) {
            for (Future<RunState> click : tabs.invokeAll(clicks)) {
                if (click.state() == Future.State.FAILED) {
                    assertThat(click.exceptionNow()).isInstanceOf(Conflict.class);
                }
            }
        }

        assertThat(runs.awaitEnd(run).state()).isEqualTo(RunState.CANCELLED);
        await().untilAsserted(() -> assertThat(places(run)).isZero());
    }

    private RunDetails awaitState(RunId run, RunState state) {
        return await().until(() -> runs.find(run), found -> found.state() == state);
    }

    private void awaitProgress(RunId run, int paused) {
        int wanted = Math.min(EPOCHS, paused * 40);
        await().pollInterval(Duration.ofMillis(1))
                .until(() -> {
                    RunDetails found = runs.find(run);
                    return found.state() == RunState.PAUSED
                            || found.state().isFinal()
                            || !found.pausing() && found.progress().epoch() >= wanted;
                });
    }

    private long places(RunId run) {
        return jdbc.sql("select count(*) from scheduled_tasks where task_instance = ?")
                .param(run.toString())
                .query(Long.class)
                .single();
    }

    private long resumeParts(RunId run) {
        return jdbc.sql("select count(*) from run_resume where run_id = ?")
                .param(run.value())
                .query(Long.class)
                .single();
    }

    /** Real training that goes no further than an epoch until it is told to stop. */
    private static final class Held implements Training {

        private final int at;
        volatile int from;

        Held(int at) {
            this.at = at;
        }

        @Override
        public Outcome train(TrainingPlan plan, StopSignal stop, TrainingListener listener) {
            from = plan.from() == null ? 0 : plan.from().epoch();
            return ScriptedTraining.heldAt(at).train(plan, stop, listener);
        }
    }
}
