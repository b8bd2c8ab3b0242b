package dev.wavetrain.bench;

import dev.wavetrain.experiments.Definition;
import dev.wavetrain.experiments.Preset;
import dev.wavetrain.experiments.Presets;
import dev.wavetrain.model.Network;
import dev.wavetrain.sequence.ColumnSource;
import dev.wavetrain.sequence.SequenceData;
import dev.wavetrain.training.CheckpointPolicy;
import dev.wavetrain.training.StopSignal;
import dev.wavetrain.training.Trainer;
import dev.wavetrain.training.TrainingDefinition;
import dev.wavetrain.training.TrainingListener;
import dev.wavetrain.training.TrainingPlan;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.util.Arrays;
import java.util.Set;

/**
 * Epochs a second of the bare engine on each preset: one thread, training with validation as the
 * preset says, nothing stored. After a warm-up, the median of several repetitions; by the clock and
 * by the thread's own processor time, which other work on the machine does not change.
 *
 * <p>Arguments: keys of the presets to run; none for all but the two long ones.
 */
public final class EngineBench {

    private static final double WARM_UP_SECONDS = 4;
    private static final double REPETITION_SECONDS = 1;
    private static final int REPETITIONS = 7;

    private EngineBench() {}

    public static void main(String[] arguments) {
        Set<String> wanted = Set.of(arguments);
        System.out.printf("%-24s %14s %14s%n", "preset", "epochs/s", "epochs/CPU s");
        for (Preset preset : Presets.all()) {
            boolean quick = !preset.key().endsWith("-300");
            if (wanted.isEmpty() ? quick : wanted.contains(preset.key())) {
                measure(preset);
            }
        }
    }

    private static void measure(Preset preset) {
        long started = System.nanoTime();
        int epochs = 1;
        Timing last = run(preset.definition(), epochs);
        while ((System.nanoTime() - started) / 1e9 < WARM_UP_SECONDS) {
            epochs = Math.max(1, (int) (REPETITION_SECONDS / last.secondsAnEpoch()));
            last = run(preset.definition(), epochs);
        }
        epochs = Math.max(1, (int) (REPETITION_SECONDS / last.secondsAnEpoch()));
        double[] wall = new double[REPETITIONS];
        double[] cpu = new double[REPETITIONS];
        for (int r = 0; r < REPETITIONS; r++) {
            Timing timing = run(preset.definition(), epochs);
            wall[r] = 1 / timing.secondsAnEpoch();
            cpu[r] = 1 / timing.cpuSecondsAnEpoch();
        }
        System.out.printf("%-24s %14.4g %14.4g%n", preset.key(), median(wall), median(cpu));
    }

    private record Timing(double secondsAnEpoch, double cpuSecondsAnEpoch) {}

    private static Timing run(Definition definition, int epochs) {
        TrainingPlan plan = plan(definition, epochs);
        var threads = ManagementFactory.getThreadMXBean();
        long cpu = threads.getCurrentThreadCpuTime();
        long wall = System.nanoTime();
        new Trainer(Clock.systemUTC()).train(plan, StopSignal.NEVER, TrainingListener.NONE);
        return new Timing(
                (System.nanoTime() - wall) / 1e9 / epochs,
                (threads.getCurrentThreadCpuTime() - cpu) / 1e9 / epochs);
    }

    /** The preset for so many epochs, never stopping early. */
    private static TrainingPlan plan(Definition definition, int epochs) {
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

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
