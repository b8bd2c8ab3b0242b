package dev.wavetrain.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.checkpoints.CheckpointDetails;
import dev.wavetrain.common.CheckpointId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.RunState;
import dev.wavetrain.training.Label;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StreamPositionTest {

    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00.000001Z");

    @Test
    void best_weights_stored_after_those_of_a_later_epoch_are_told() {
        CheckpointDetails periodic = checkpoint(100, NOON);
        CheckpointDetails best = checkpoint(95, NOON.plusMillis(900));

        StreamPosition told = StreamPosition.START.atCheckpoint(periodic);

        assertThat(told.untold(List.of(best, periodic))).containsExactly(best);
        assertThat(told.atCheckpoint(best).untold(List.of(best, periodic))).isEmpty();
    }

    @Test
    void what_was_never_told_comes_in_the_order_it_was_stored() {
        CheckpointDetails periodic = checkpoint(100, NOON);
        CheckpointDetails best = checkpoint(95, NOON.plusMillis(900));

        assertThat(StreamPosition.START.untold(List.of(best, periodic)))
                .containsExactly(periodic, best);
    }

    @Test
    void an_event_id_says_it_all() {
        StreamPosition position =
                StreamPosition.START
                        .atEpoch(120)
                        .atCheckpoint(checkpoint(95, NOON))
                        .at(RunState.RUNNING);

        assertThat(StreamPosition.parse(position.toString())).isEqualTo(position);
        assertThat(StreamPosition.parse(StreamPosition.START.toString()))
                .isEqualTo(StreamPosition.START);
    }

    private static CheckpointDetails checkpoint(int epoch, Instant createdAt) {
        return new CheckpointDetails(
                new CheckpointId(UUID.randomUUID()),
                new RunId(UUID.randomUUID()),
                epoch,
                0.5,
                null,
                Set.of(Label.BEST),
                10,
                "",
                "",
                createdAt);
    }
}
