package dev.wavetrain.runs.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.MovedClock;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.RunEvent;
import dev.wavetrain.runs.RunState;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A list is read again for runs that it does not show, but not with each of their epochs. */
class ElsewhereTest {

    private final MovedClock clock = new MovedClock();
    private final Elsewhere elsewhere = new Elsewhere(clock);
    private final RunId run = new RunId(UUID.randomUUID());
    private int epoch;

    @Test
    void a_new_run_or_another_state_matters() {
        assertThat(matters(RunState.QUEUED, false)).isTrue();
        assertThat(matters(RunState.RUNNING, false)).isTrue();
        assertThat(matters(RunState.COMPLETED, false)).isTrue();
    }

    @Test
    void another_epoch_does_not() {
        assertThat(matters(RunState.RUNNING, false)).isTrue();
        clock.move(Duration.ofMinutes(1));
        assertThat(matters(RunState.RUNNING, false)).isFalse();
    }

    @Test
    void where_epochs_matter_they_do_now_and_then() {
        assertThat(matters(RunState.RUNNING, true)).isTrue();
        assertThat(matters(RunState.RUNNING, true)).isFalse();
        clock.move(Duration.ofSeconds(3));
        assertThat(matters(RunState.RUNNING, true)).isTrue();
        assertThat(elsewhere.matters(List.of(), true)).isFalse();
    }

    private boolean matters(RunState state, boolean epochsMatter) {
        RunEvent event = new RunEvent(run, new ProjectId(UUID.randomUUID()), state, ++epoch, 0);
        return elsewhere.matters(List.of(event), epochsMatter);
    }
}
