package dev.wavetrain.bench;

import dev.wavetrain.experiments.Definition;
import dev.wavetrain.experiments.Preset;
import dev.wavetrain.training.TrainingPlan;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * Epochs a second of the bare engine on each preset: one thread, training with validation as the
 * preset says, nothing stored. After a warm-up, the median of several repetitions; by the clock and
 * by the thread's own processor time, which other work on the machine does not change.
 *
 * <p>Arguments: keys of the presets to run; none for all.
 */
public final class EngineBench {

    private static final double WARM_UP_SECONDS = 4;
    private static final double REPETITION_SECONDS = 1;
    private static final int REPETITIONS = 7;

    /** Where one epoch alone takes longer than a repetition. */
    private static final int LONG_REPETITIONS = 3;

    private EngineBench() {}

    public static void main(String[] keys) {
        Locale.setDefault(Locale.ROOT);
        System.out.printf("%-24s %14s %14s%n", "preset", "epochs/s", "epochs/CPU s");
        Measured.presets(keys).forEach(EngineBench::measure);
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
        int repetitions =
                last.secondsAnEpoch() < REPETITION_SECONDS ? REPETITIONS : LONG_REPETITIONS;
        double[] wall = new double[repetitions];
        double[] cpu = new double[repetitions];
        for (int r = 0; r < repetitions; r++) {
            Timing timing = run(preset.definition(), epochs);
            wall[r] = 1 / timing.secondsAnEpoch();
            cpu[r] = 1 / timing.cpuSecondsAnEpoch();
        }
        System.out.printf(
                "%-24s %14.4g %14.4g%n", preset.key(), Measured.median(wall), Measured.median(cpu));
    }

    private record Timing(double secondsAnEpoch, double cpuSecondsAnEpoch) {}

    private static Timing run(Definition definition, int epochs) {
        TrainingPlan plan = BareEngine.plan(definition, epochs);
        var threads = ManagementFactory.getThreadMXBean();
        long cpu = threads.getCurrentThreadCpuTime();
        long wall = System.nanoTime();
        BareEngine.train(plan);
        return new Timing(
                (System.nanoTime() - wall) / 1e9 / epochs,
                (threads.getCurrentThreadCpuTime() - cpu) / 1e9 / epochs);
    }
}
