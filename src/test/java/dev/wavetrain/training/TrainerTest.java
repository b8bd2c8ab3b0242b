package dev.wavetrain.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.model.BiasInit;
import dev.wavetrain.model.Cell;
import dev.wavetrain.model.Network;
import dev.wavetrain.model.NetworkDefinition;
import dev.wavetrain.sequence.Task;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TrainerTest {

    @Test
    void tells_each_epoch_and_completes() {
        Recording run = Recording.of(Plans.usual().plan());

        assertThat(run.outcome).isEqualTo(new Outcome.Completed(12));
        assertThat(run.epochs).extracting(EpochResult::epoch).hasSize(12).isSorted();
        assertThat(run.losses().getLast()).isLessThan(run.losses().getFirst());
        assertThat(run.epochs)
                .allSatisfy(epoch -> assertThat(epoch.valLoss()).isFinite().isPositive());
    }

    @Test
    void without_validation_there_is_no_val_loss_and_the_loss_decides_what_is_best() {
        Recording run = Recording.of(Plans.usual().validationSplit(0).plan());

        assertThat(run.valLosses()).containsOnly(Double.NaN);
        double best = Double.POSITIVE_INFINITY;
        for (EpochResult epoch : run.epochs) {
            assertThat(epoch.bestSoFar()).isEqualTo(epoch.loss() < best);
            best = Math.min(best, epoch.loss());
        }
    }

    @Test
    void a_diverging_run_ends_at_once_and_keeps_its_best_weights() {
        Recording run =
                Recording.of(Plans.usual().optimizer(new OptimizerDefinition.Sgd(30, 0.9)).plan());

        assertThat(run.outcome).isInstanceOf(Outcome.Diverged.class);
        assertThat(run.epochs).hasSize(run.outcome.epoch() - 1);
        assertThat(run.snapshots)
                .allSatisfy(s -> assertThat(s.labels()).doesNotContain(Label.LAST));
    }

    @Test
    void stops_while_the_weights_of_a_large_network_are_drawn() {
        TrainingPlan usual = Plans.usual().plan();
        NetworkDefinition large = new NetworkDefinition(Cell.LSTM, List.of(400), BiasInit.ZEROS);
        TrainingPlan plan =
                new TrainingPlan(
                        Network.of(large, Task.NEXT_STEP, usual.network().window()),
                        BiasInit.ZEROS,
                        usual.samples(),
                        usual.training(),
                        usual.seed(),
                        null);
        AtomicInteger asked = new AtomicInteger();
        Recording run = Recording.of(plan, () -> asked.incrementAndGet() > 0);

        assertThat(run.outcome).isEqualTo(new Outcome.Cancelled(0));
        assertThat(asked).as("once in the drawing, once before the first batch").hasValue(2);
        assertThat(run.snapshots).isEmpty();
    }

    @Test
    void stops_within_a_batch_and_hands_over_the_epoch_before() {
        AtomicInteger asked = new AtomicInteger();
        // 5 training batches and one of validation an epoch: the 15th is in the third epoch.
        Recording run = Recording.of(Plans.usual().plan(), () -> asked.incrementAndGet() == 15);

        assertThat(run.outcome).isEqualTo(new Outcome.Cancelled(2));
        assertThat(asked).hasValue(15);
        assertThat(run.with(Label.LAST).epoch()).isEqualTo(2);
        assertThat(run.with(Label.LAST).parameters())
                .containsExactly(
                        Recording.of(Plans.usual().epochs(2).plan()).with(Label.LAST).parameters());
    }

    @Test
    void stops_before_the_first_batch_with_nothing_to_show() {
        Recording run = Recording.of(Plans.usual().plan(), () -> true);

        assertThat(run.outcome).isEqualTo(new Outcome.Cancelled(0));
        assertThat(run.snapshots).isEmpty();
    }

    @Test
    void stops_early_when_patience_runs_out() {
        EarlyStopping rule = new EarlyStopping(EarlyStopping.Monitor.LOSS, 3, 10);
        Recording run = Recording.of(Plans.usual().earlyStopping(rule).plan());

        assertThat(run.outcome).isEqualTo(new Outcome.StoppedEarly(4, 1));
        assertThat(run.with(Label.LAST).epoch()).isEqualTo(4);
    }

    @Test
    void hands_over_periodic_best_and_last_weights() {
        Recording run =
                Recording.of(Plans.usual().checkpoints(new CheckpointPolicy(true, 5, true)).plan());
        EpochResult best = run.epochs.stream().filter(EpochResult::bestSoFar).toList().getLast();

        assertThat(run.snapshots)
                .filteredOn(s -> s.labels().contains(Label.PERIODIC))
                .extracting(Snapshot::epoch)
                .containsExactly(5, 10);
        assertThat(run.with(Label.LAST).epoch()).isEqualTo(12);
        Snapshot kept =
                run.snapshots.stream()
                        .filter(s -> s.labels().contains(Label.BEST))
                        .toList()
                        .getLast();
        assertThat(kept.epoch()).isEqualTo(best.epoch());
        assertThat(kept.valLoss()).isEqualTo(best.valLoss());
        assertThat(kept.parameters())
                .containsExactly(
                        Recording.of(Plans.usual().epochs(best.epoch()).plan())
                                .with(Label.LAST)
                                .parameters());
    }

    @Test
    void hands_over_nothing_when_nothing_is_to_be_kept() {
        Recording run =
                Recording.of(
                        Plans.usual().checkpoints(new CheckpointPolicy(false, 0, false)).plan());

        assertThat(run.snapshots).isEmpty();
    }

    @Test
    void best_weights_are_handed_over_at_most_once_a_second() {
        Recording run = new Recording();
        Clock quarters = new SteppingClock(Duration.ofMillis(125));
        new Trainer(quarters)
                .train(
                        Plans.usual()
                                .epochs(100)
                                .validationSplit(0)
                                .checkpoints(new CheckpointPolicy(true, 0, false))
                                .plan(),
                        StopSignal.NEVER,
                        run);

        assertThat(run.snapshots)
                .hasSizeBetween(5, 14)
                .allSatisfy(s -> assertThat(s.labels()).isEqualTo(Set.of(Label.BEST)));
    }

    @Test
    void a_cross_entropy_over_one_output_never_learns() {
        Recording run =
                Recording.of(Plans.usual().loss(Loss.CATEGORICAL_CROSSENTROPY).epochs(3).plan());

        assertThat(run.with(Label.LAST).parameters())
                .containsExactly(Plans.usual().plan().network().initialise(1, BiasInit.ZEROS));
    }

    @Test
    void a_seed_decides_everything_and_order_matters_where_it_is_shuffled() {
        List<Double> losses = Recording.of(Plans.usual().plan()).losses();

        assertThat(Recording.of(Plans.usual().plan()).losses()).isEqualTo(losses);
        assertThat(Recording.of(Plans.usual().seed(2).plan()).losses()).isNotEqualTo(losses);
        List<Double> never = Recording.of(Plans.usual().shuffle(Shuffle.NEVER).plan()).losses();
        List<Double> once =
                Recording.of(Plans.usual().shuffle(Shuffle.ONCE_BEFORE_SPLIT).plan()).losses();
        assertThat(never).isNotEqualTo(losses).isNotEqualTo(once);
    }

    @Test
    void runs_side_by_side_give_the_same_bits_as_one_alone() throws Exception {
        TrainingPlan plan = Plans.usual().cell(Cell.LSTM, Task.TRANSLATE).epochs(60).plan();
        float[] alone = Recording.of(plan).with(Label.LAST).parameters();
        Callable<float[]> again = () -> Recording.of(plan).with(Label.LAST).parameters();
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var future : threads.invokeAll(List.of(again, again, again, again))) {
                assertThat(future.get()).containsExactly(alone);
            }
        }
    }
}
