package dev.wavetrain.runs.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wavetrain.common.Conflict;
import dev.wavetrain.runs.Ending;
import dev.wavetrain.runs.Failure;
import dev.wavetrain.runs.RunState;
import dev.wavetrain.runs.StaleAttempt;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RunEntityTest {

    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private final RunEntity run = new RunEntity(origin(), 10, "a run", List.of("x", "y z"), NOW);

    @Test
    void a_queued_run_is_begun_and_ends() {
        assertThat(run.begin("here", NOW)).isTrue();
        assertThat(run.state()).isEqualTo(RunState.RUNNING);
        assertThat(run.attempt()).isEqualTo(1);

        run.end(new Ending(RunState.COMPLETED, null), NOW.plusSeconds(1));

        assertThat(run.state()).isEqualTo(RunState.COMPLETED);
        assertThat(run.startedAt()).isEqualTo(NOW);
        assertThat(run.finishedAt()).isEqualTo(NOW.plusSeconds(1));
    }

    @Test
    void an_ended_run_is_not_begun_again() {
        run.begin("here", NOW);
        run.end(Ending.CANCELLED, NOW);

        assertThat(run.begin("there", NOW)).isFalse();
        assertThat(run.state()).isEqualTo(RunState.CANCELLED);
        assertThat(run.attempt()).isEqualTo(1);
    }

    @Test
    void a_queued_run_is_cancelled_at_once() {
        assertThat(run.cancel(NOW)).isTrue();
        assertThat(run.state()).isEqualTo(RunState.CANCELLED);
    }

    @Test
    void a_running_run_is_asked_to_stop() {
        run.begin("here", NOW);

        assertThat(run.cancel(NOW)).isFalse();
        assertThat(run.state()).isEqualTo(RunState.RUNNING);
        assertThat(run.wishes().cancel()).isTrue();
    }

    @Test
    void a_run_that_was_to_stop_when_its_worker_vanished_is_cancelled() {
        run.begin("here", NOW);
        run.cancel(NOW);

        assertThat(run.begin("there", NOW)).isFalse();
        assertThat(run.state()).isEqualTo(RunState.CANCELLED);
    }

    @Test
    void an_ended_run_cannot_be_cancelled() {
        run.cancel(NOW);

        assertThatThrownBy(() -> run.cancel(NOW))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("CANCELLED");
    }

    @Test
    void a_queued_run_is_paused_at_once_and_waits_again_when_resumed() {
        assertThat(run.pause(NOW)).isTrue();
        assertThat(run.state()).isEqualTo(RunState.PAUSED);
        assertThat(run.begin("here", NOW)).isFalse();
        assertThat(run.finishedAt()).isNull();

        run.resume();

        assertThat(run.begin("here", NOW)).isTrue();
    }

    @Test
    void a_running_run_is_paused_once_its_worker_has_put_it_aside() {
        run.begin("here", NOW);
        assertThat(run.pause(NOW)).isFalse();
        assertThat(run.pause(NOW)).as("a second click").isFalse();
        assertThat(run.state()).isEqualTo(RunState.RUNNING);
        assertThatThrownBy(run::resume).isInstanceOf(Conflict.class);

        run.end(Ending.LATER, NOW);

        assertThat(run.state()).isEqualTo(RunState.PAUSED);
        assertThat(run.hasEnded(1, Ending.LATER)).isTrue();
        assertThatThrownBy(() -> run.requireAttempt(1)).isInstanceOf(StaleAttempt.class);
        assertThatThrownBy(() -> run.pause(NOW)).isInstanceOf(Conflict.class);
    }

    @Test
    void a_run_that_was_to_pause_when_its_worker_vanished_is_paused() {
        run.begin("here", NOW);
        run.pause(NOW);

        assertThat(run.begin("there", NOW)).isFalse();
        assertThat(run.state()).isEqualTo(RunState.PAUSED);
        assertThat(run.attempt()).isEqualTo(1);
        assertThatThrownBy(() -> run.requireAttempt(1)).isInstanceOf(StaleAttempt.class);
    }

    @Test
    void a_cancel_outweighs_a_pause_in_either_order() {
        run.begin("here", NOW);
        run.pause(NOW);
        run.cancel(NOW);
        assertThatThrownBy(() -> run.pause(NOW)).isInstanceOf(Conflict.class);

        run.end(Ending.LATER, NOW);

        assertThat(run.state()).isEqualTo(RunState.CANCELLED);
        assertThat(run.finishedAt()).isEqualTo(NOW);
        assertThat(run.hasEnded(1, Ending.LATER)).as("asked again").isTrue();
    }

    @Test
    void a_paused_run_is_cancelled_at_once() {
        run.pause(NOW);

        assertThat(run.cancel(NOW)).isTrue();
        assertThat(run.state()).isEqualTo(RunState.CANCELLED);
    }

    @Test
    void a_run_that_ends_while_it_is_asked_to_pause_has_ended() {
        run.begin("here", NOW);
        run.pause(NOW);
        run.end(new Ending(RunState.COMPLETED, null), NOW);

        assertThat(run.state()).isEqualTo(RunState.COMPLETED);
        assertThat(run.wishes().pause()).isFalse();
        assertThatThrownBy(() -> run.pause(NOW)).isInstanceOf(Conflict.class);
        assertThatThrownBy(run::resume).isInstanceOf(Conflict.class);
    }

    @Test
    void a_run_whose_workers_get_on_within_a_long_epoch_is_not_abandoned() {
        for (int i = 1; i <= 20; i++) {
            assertThat(run.begin("here", NOW)).isTrue();
            run.gotOn();
        }
    }

    @Test
    void writes_of_an_earlier_attempt_are_refused() {
        run.begin("here", NOW);
        run.begin("there", NOW);

        run.requireAttempt(2);
        assertThatThrownBy(() -> run.requireAttempt(1)).isInstanceOf(StaleAttempt.class);
    }

    @Test
    void a_run_whose_workers_vanish_without_progress_fails_in_the_end() {
        int begun = 0;
        while (run.begin("here", NOW)) {
            begun++;
        }

        assertThat(begun).isEqualTo(RunEntity.MOST_FRUITLESS_ATTEMPTS);
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.failure()).isNotNull();
        assertThat(run.failure().reason()).isEqualTo(Failure.Reason.ABANDONED);
    }

    @Test
    void a_run_whose_workers_vanish_after_progress_goes_on_for_ever() {
        for (int i = 1; i <= 20; i++) {
            assertThat(run.begin("here", NOW)).isTrue();
            run.progressed(run.progress().with(new EpochRow(i, 1.0 / i, null)));
        }
    }

    @Test
    void a_run_that_was_put_aside_does_not_count_as_abandoned() {
        for (int i = 1; i <= 20; i++) {
            assertThat(run.begin("here", NOW)).isTrue();
            run.end(Ending.LATER, NOW);
            assertThat(run.state()).isEqualTo(RunState.QUEUED);
        }
    }

    @Test
    void tags_are_kept_whole() {
        assertThat(run.tags()).containsExactly("x", "y z");
    }

    @Test
    void the_best_epoch_is_the_first_of_the_lowest() {
        Progress progress =
                Progress.none(10)
                        .with(new EpochRow(1, 3, 2.0))
                        .with(new EpochRow(2, 1, 0.5))
                        .with(new EpochRow(3, 0.1, 0.5))
                        .with(new EpochRow(4, Double.NaN, Double.NaN));

        assertThat(progress.best()).isEqualTo(0.5);
        assertThat(progress.bestEpoch()).isEqualTo(2);
        assertThat(progress.epoch()).isEqualTo(4);
        assertThat(progress.loss()).isNaN();
    }

    private static RunOrigin origin() {
        return new RunOrigin(
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                UUID.randomUUID(),
                "ada",
                null,
                null,
                1,
                0,
                "{}",
                null);
    }

    @Test
    void training_time_adds_up_and_is_unknown_where_its_beginning_is() {
        EpochRow second = new EpochRow(1, 1, null, 1_500_000_000L);
        Progress first = Progress.none(9).with(second);
        assertThat(first.trainedSeconds()).isEqualTo(1.5);
        EpochRow next = new EpochRow(2, 1, null, 500_000_000L);
        assertThat(first.with(next).withCheckpoint(2).withRate(3.0).trainedSeconds())
                .isEqualTo(2.0);
        Progress old = new Progress(7, 9, 0.1, null, 0.1, 7, null, 0, null);
        assertThat(old.with(new EpochRow(8, 1, null, 1)).trainedSeconds()).isNull();
    }
}
