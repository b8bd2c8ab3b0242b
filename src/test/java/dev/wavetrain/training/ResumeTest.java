package dev.wavetrain.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wavetrain.model.Cell;
import dev.wavetrain.sequence.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run that goes on from any epoch ends with the same bits as one that was never stopped. */
class ResumeTest {

    static Stream<Plans> plans() {
        return Stream.of(
                Plans.usual(),
                Plans.usual()
                        .optimizer(new OptimizerDefinition.Sgd(0.05, 0.9))
                        .shuffle(Shuffle.ONCE_BEFORE_SPLIT),
                Plans.usual()
                        .cell(Cell.GRU, Task.NEXT_VALUE)
                        .optimizer(new OptimizerDefinition.RmsProp(0.001, 0.9, 1e-7)),
                Plans.usual()
                        .cell(Cell.LSTM, Task.TRANSLATE)
                        .optimizer(new OptimizerDefinition.Adam(0.01, 0.9, 0.999, 1e-7))
                        .validationSplit(0),
                Plans.usual()
                        .earlyStopping(new EarlyStopping(EarlyStopping.Monitor.VAL_LOSS, 3, 0.05)));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void ends_with_the_same_bits_from_every_epoch(Plans plans) {
        Plans each = plans.checkpoints(new CheckpointPolicy(true, 1, true));
        Recording whole = Recording.of(each.plan());
        for (Snapshot stop : whole.snapshots) {
            ResumePoint from = ResumePoint.fromBytes(stop.resume().toBytes());
            Recording rest = Recording.of(each.from(from).plan());

            assertThat(rest.outcome).isEqualTo(whole.outcome);
            List<Double> losses = new ArrayList<>(whole.losses().subList(0, from.epoch()));
            losses.addAll(rest.losses());
            assertThat(losses).isEqualTo(whole.losses());
            assertThat(rest.valLosses())
                    .isEqualTo(whole.valLosses().subList(from.epoch(), whole.epochs.size()));
            if (from.epoch() == whole.outcome.epoch()) {
                continue;
            }
            Snapshot last = rest.with(Label.LAST);
            assertThat(last.parameters()).containsExactly(whole.with(Label.LAST).parameters());
            assertThat(last.resume().toBytes())
                    .containsExactly(whole.with(Label.LAST).resume().toBytes());
        }
    }

    /**
     * Best weights are handed over at most once a second: some are owed at any point. With one
     * output this loss stands still, so that the first epoch is the best.
     */
    @Test
    void best_weights_that_were_owed_are_handed_over_after_all() {
        Plans plans =
                Plans.usual()
                        .loss(Loss.CATEGORICAL_CROSSENTROPY)
                        .earlyStopping(new EarlyStopping(EarlyStopping.Monitor.VAL_LOSS, 3, 0))
                        .checkpoints(new CheckpointPolicy(true, 1, true));
        Recording whole = Recording.of(plans.plan());
        Snapshot best = Recording.newest(Label.BEST, whole);
        for (Snapshot stop : whole.snapshots) {
            if (stop.resume().epoch() < best.epoch()) {
                continue;
            }
            Recording rest = Recording.of(plans.from(stop.resume()).plan());
            Recording cancelled = Recording.of(plans.from(stop.resume()).plan(), () -> true);

            for (Recording again : List.of(rest, cancelled)) {
                Snapshot handedOver = Recording.newest(Label.BEST, again);
                assertThat(handedOver.epoch()).isEqualTo(best.epoch());
                assertThat(handedOver.parameters()).containsExactly(best.parameters());
            }
        }
    }

    @Test
    void the_last_weights_come_before_the_best_that_are_owed() {
        Recording run =
                Recording.of(
                        Plans.usual()
                                .loss(Loss.CATEGORICAL_CROSSENTROPY)
                                .checkpoints(new CheckpointPolicy(true, 0, true))
                                .plan());

        assertThat(run.snapshots)
                .extracting(Snapshot::labels)
                .containsExactly(Set.of(Label.LAST), Set.of(Label.BEST));
    }

    @Test
    void a_finished_run_has_nothing_left_to_do() {
        Recording whole = Recording.of(Plans.usual().plan());
        Recording again = Recording.of(Plans.usual().from(whole.with(Label.LAST).resume()).plan());

        assertThat(again.outcome).isEqualTo(new Outcome.Completed(12));
        assertThat(again.epochs).isEmpty();
    }

    @Test
    void damaged_bytes_are_refused() {
        byte[] bytes = Recording.of(Plans.usual().plan()).with(Label.LAST).resume().toBytes();
        byte[] cut = java.util.Arrays.copyOf(bytes, bytes.length / 2);
        bytes[bytes.length / 3] ^= 1;

        assertThatThrownBy(() -> ResumePoint.fromBytes(bytes))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ResumePoint.fromBytes(cut))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ResumePoint.fromBytes(new byte[3]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_resume_point_of_another_network_is_refused() {
        ResumePoint other = Recording.of(Plans.usual().plan()).with(Label.LAST).resume();

        assertThatThrownBy(() -> Plans.usual().cell(Cell.GRU, Task.NEXT_STEP).from(other).plan())
                .isInstanceOf(IllegalArgumentException.class);
    }
}
