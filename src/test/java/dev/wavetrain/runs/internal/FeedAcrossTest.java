package dev.wavetrain.runs.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.RunEvent;
import dev.wavetrain.runs.RunState;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FeedAcrossTest {

    @ParameterizedTest
    @EnumSource
    void what_is_told_is_what_is_heard(RunState state) {
        RunEvent event =
                new RunEvent(
                        new RunId(UUID.randomUUID()),
                        new ProjectId(UUID.randomUUID()),
                        state,
                        1_000_000,
                        7);

        assertThat(FeedAcross.event(FeedAcross.text(event))).isEqualTo(event);
    }
}
