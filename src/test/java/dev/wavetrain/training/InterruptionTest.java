package dev.wavetrain.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However often and wherever a run is interrupted, it ends as if it never had been. */
class InterruptionTest {

    private static final List<OptimizerDefinition> OPTIMIZERS =
            List.of(
                    new OptimizerDefinition.Sgd(0.05, 0),
                    new OptimizerDefinition.Sgd(0.05, 0.9),
                    new OptimizerDefinition.Adam(0.01, 0.9, 0.999, 1e-7),
                    new OptimizerDefinition.RmsProp(0.001, 0.9, 1e-7));

    static Stream<Plans> plans() {
        List<Plans> plans = new ArrayList<>();
        for (OptimizerDefinition optimizer : OPTIMIZERS) {
            for (Shuffle shuffle : Shuffle.values()) {
                Plans usual =
                        Plans.usual()
                                .optimizer(optimizer)
                                .shuffle(shuffle)
                                .checkpoints(new CheckpointPolicy(true, 5, true));
                plans.add(usual);
                plans.add(
                        usual.earlyStopping(
                                new EarlyStopping(EarlyStopping.Monitor.VAL_LOSS, 2, 0.05)));
            }
        }
        return plans.stream();
    }

    @ParameterizedTest
    @MethodSource("plans")
    void stopped_before_any_batch_it_goes_on_to_the_same_end(Plans plans) {
        Life whole = Life.of(plans, Integer.MAX_VALUE);
        for (int asked = 1; asked <= whole.asked; asked++) {
            Life stopped = Life.of(plans, asked);
            Life rest = Life.of(plans.from(stopped.stoppedAt), Integer.MAX_VALUE);

            assertThat(rest.asked)
                    .as("no batch is trained twice")
                    .isEqualTo(whole.asked - asked + 1);
            assertSame(List.of(stopped, rest), whole);
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void killed_after_any_batch_it_goes_on_from_the_point_offered_there(Plans plans) {
        Life whole = Life.of(plans, Integer.MAX_VALUE);
        for (ResumePoint point : whole.offered) {
            Life rest = Life.of(plans.from(stored(point)), Integer.MAX_VALUE);

            assertSame(List.of(whole.upTo(point.epoch()), rest), whole);
        }
        assertThat(whole.offered).hasSizeGreaterThan(4 * whole.epochs.size());
    }

    @ParameterizedTest
    @MethodSource("plans")
    void stopped_again_and_again_it_ends_the_same(Plans plans) {
        Life whole = Life.of(plans, Integer.MAX_VALUE);
        Random random = new Random(1);
        List<Life> lives = new ArrayList<>();
        ResumePoint from = null;
        do {
            Life life = Life.of(plans.from(from), 1 + random.nextInt(9));
            lives.add(life);
            // One that was stopped at once has nothing new to say.
            from = life.stoppedAt == null ? from : life.stoppedAt;
        } while (lives.getLast().outcome instanceof Outcome.Cancelled);

        assertThat(lives).hasSizeGreaterThan(2);
        assertSame(lives, whole);
    }

    @Test
    void points_are_offered_as_often_as_asked_for_and_made_only_when_wanted() {
        AtomicInteger offers = new AtomicInteger();
        TrainingListener counting =
                new TrainingListener() {
                    @Override
                    public void epochEnded(EpochResult epoch) {}

                    @Override
                    public void checkpointReached(Snapshot snapshot) {}

                    @Override
                    public void resumePointDue(Supplier<ResumePoint> point) {
                        offers.incrementAndGet();
                    }
                };
        // 5 batches in each of 12 epochs, a second each; nothing is kept, so nobody else looks.
        Plans nothingKept = Plans.usual().checkpoints(new CheckpointPolicy(false, 0, false));
        new Trainer(new SteppingClock(Duration.ofSeconds(1)), Duration.ofSeconds(10))
                .train(nothingKept.plan(), StopSignal.NEVER, counting);

        assertThat(offers).hasValue(6);
    }

    @Test
    void a_run_that_was_stopped_before_its_first_step_has_no_point() {
        assertThat(Life.of(Plans.usual(), 1).stoppedAt).isNull();
    }

    private static void assertSame(List<Life> lives, Life whole) {
        assertThat(lives.getLast().outcome).isEqualTo(whole.outcome);
        assertThat(lives.stream().flatMap(life -> life.epochs.stream()).map(Life::known))
                .isEqualTo(whole.epochs.stream().map(Life::known).toList());
        for (Label label : List.of(Label.LAST, Label.BEST)) {
            Snapshot kept = newest(lives, label);
            Snapshot expected = newest(List.of(whole), label);
            assertThat(kept.epoch()).isEqualTo(expected.epoch());
            assertThat(kept.parameters()).containsExactly(expected.parameters());
        }
        assertThat(newest(lives, Label.LAST).resume().toBytes())
                .containsExactly(newest(List.of(whole), Label.LAST).resume().toBytes());
    }

    private static Snapshot newest(List<Life> lives, Label label) {
        return lives.stream()
                .flatMap(life -> life.snapshots.stream())
                .filter(snapshot -> snapshot.labels().contains(label))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private static ResumePoint stored(ResumePoint point) {
        return ResumePoint.fromBytes(point.toBytes());
    }

    /** A run from where a process took it to where it ended or was stopped. */
    private static final class Life implements TrainingListener {

        final List<EpochResult> epochs = new ArrayList<>();
        final List<Snapshot> snapshots = new ArrayList<>();
        final List<ResumePoint> offered = new ArrayList<>();
        int asked;
        Outcome outcome = new Outcome.Cancelled(0);
        @Nullable ResumePoint stoppedAt;

        /**
         * @param stopAt the how manieth question whether to stop is answered with yes
         */
        static Life of(Plans plans, int stopAt) {
            Life life = new Life();
            StopSignal stop = () -> ++life.asked >= stopAt;
            life.outcome =
                    new Trainer(Recording.STILL, Duration.ZERO).train(plans.plan(), stop, life);
            return life;
        }

        /** What a process that was killed left behind. */
        Life upTo(int epoch) {
            Life left = new Life();
            epochs.stream().filter(one -> one.epoch() <= epoch).forEach(left.epochs::add);
            snapshots.stream().filter(one -> one.epoch() <= epoch).forEach(left.snapshots::add);
            return left;
        }

        /** All but the time it took. */
        static List<Object> known(EpochResult epoch) {
            return List.of(epoch.epoch(), epoch.loss(), epoch.valLoss(), epoch.bestSoFar());
        }

        @Override
        public void epochEnded(EpochResult epoch) {
            epochs.add(epoch);
        }

        @Override
        public void checkpointReached(Snapshot snapshot) {
            snapshots.add(snapshot);
        }

        @Override
        public void resumePointDue(Supplier<ResumePoint> point) {
            offered.add(point.get());
        }

        @Override
        public void stopped(ResumePoint point) {
            stoppedAt = stored(point);
        }
    }
}
