package dev.wavetrain.bench;

import dev.wavetrain.experiments.Definition;
import dev.wavetrain.model.Checksums;
import dev.wavetrain.model.Network;
import dev.wavetrain.sequence.ColumnSource;
import dev.wavetrain.sequence.SequenceData;
import dev.wavetrain.training.CheckpointPolicy;
import dev.wavetrain.training.EpochResult;
import dev.wavetrain.training.Label;
import dev.wavetrain.training.Snapshot;
import dev.wavetrain.training.StopSignal;
import dev.wavetrain.training.Trainer;
import dev.wavetrain.training.TrainingDefinition;
import dev.wavetrain.training.TrainingListener;
import dev.wavetrain.training.TrainingPlan;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;

/** The engine on the calling thread: validation as the definition says, nothing stored. */
final class BareEngine {

    private BareEngine() {}

    static void train(TrainingPlan plan) {
        new Trainer(Clock.systemUTC()).train(plan, StopSignal.NEVER, TrainingListener.NONE);
    }

    /**
     * Seconds of the thread's processor time by epoch, from the end of the first to the end of the
     * last: without what comes once, such as the orthogonal start of a large recurrent kernel.
     *
     * @param plan of two epochs at least
     */
    static double secondsAnEpoch(TrainingPlan plan) {
        long[] ends = new long[2];
        int[] epochs = {0};
        new Trainer(Clock.systemUTC())
                .train(
                        plan,
                        StopSignal.NEVER,
                        new TrainingListener() {
                            @Override
                            public void epochEnded(EpochResult epoch) {
                                ends[Math.min(epochs[0]++, 1)] = Measured.threadNanos();
                            }

                            @Override
                            public void checkpointReached(Snapshot snapshot) {}
                        });
        return (ends[1] - ends[0]) / 1e9 / (epochs[0] - 1);
    }

    /** Trains, and says what was learned: see {@link Checksums#parameters}. */
    static String parametersSha256(TrainingPlan plan) {
        AtomicReference<float[]> last = new AtomicReference<>();
        new Trainer(Clock.systemUTC())
                .train(
                        plan,
                        StopSignal.NEVER,
                        new TrainingListener() {
                            @Override
                            public void epochEnded(EpochResult epoch) {}

                            @Override
                            public void checkpointReached(Snapshot snapshot) {
                                if (snapshot.labels().contains(Label.LAST)) {
                                    last.set(snapshot.parameters());
                                }
                            }
                        });
        return Checksums.parameters(last.get());
    }

    /** The definition for so many epochs, never stopping early. */
    static TrainingPlan plan(Definition definition, int epochs) {
        TrainingDefinition training = definition.training();
        return new TrainingPlan(
                Network.of(
                        definition.network(),
                        definition.sequence().task(),
                        definition.sequence().window()),
                definition.network().biasInit(),
                SequenceData.of(definition.sequence(), ColumnSource.NONE).samples(),
                new TrainingDefinition(
                        training.optimizer(),
                        training.loss(),
                        training.batchSize(),
                        epochs,
                        training.validationSplit(),
                        training.shuffle(),
                        1,
                        null,
                        new CheckpointPolicy(true, 0, true)),
                1,
                null);
    }
}
