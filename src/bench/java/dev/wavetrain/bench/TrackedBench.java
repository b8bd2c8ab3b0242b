package dev.wavetrain.bench;

import dev.wavetrain.common.ExperimentId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.experiments.Definition;
import dev.wavetrain.experiments.Preset;
import dev.wavetrain.runs.RunDetails;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What tracking costs: each preset queued as a run of the real application, its database a file,
 * beside the bare engine in the same process, in turn. A run counts from being queued until the
 * feed says that all of it is stored, so its time includes the wait for a slot (told in the last
 * column) and the preparation. Processor time is of the whole process.
 *
 * <p>Each preset has a line as it is, which mostly shows what a click costs where training takes
 * milliseconds, and a line with as many epochs as take some seconds and as many checkpoints as
 * before, which shows what storing every epoch costs. The two long ones have only a short line.
 *
 * <p>Arguments: keys of the presets to run; none for all. System property: {@code seconds} of
 * training in one long measurement.
 */
public final class TrackedBench {

    private static final double WARM_UP_SECONDS = 3;
    private static final double RUN_SECONDS =
            Double.parseDouble(System.getProperty("seconds", "2"));
    private static final int PAIRS = 9;
    private static final int LONG_PAIRS = 3;
    private static final int LONG_EPOCHS = 2;

    private final List<Duration> waits = new ArrayList<>();
    private final BenchApplication application;

    private TrackedBench(BenchApplication application) {
        this.application = application;
    }

    public static void main(String[] keys) {
        Locale.setDefault(Locale.ROOT);
        List<Preset> presets = Measured.presets(keys);
        try (BenchApplication application = BenchApplication.start()) {
            TrackedBench bench = new TrackedBench(application);
            System.out.printf(
                    "%-24s %7s %10s %12s %6s %10s %13s %6s %8s%n",
                    "preset",
                    "epochs",
                    "bare ep/s",
                    "tracked ep/s",
                    "ratio",
                    "bare CPU s",
                    "tracked CPU s",
                    "ratio",
                    "wait ms");
            presets.forEach(bench::measure);
        }
    }

    private void measure(Preset preset) {
        ExperimentId experiment = application.experiment(preset.key());
        int asked = preset.definition().training().epochs();
        int every = preset.definition().training().checkpoints().every();
        if (preset.key().endsWith("-300")) {
            pairs(preset, experiment, LONG_EPOCHS, every, LONG_PAIRS);
            return;
        }
        int sustained = epochsIn(RUN_SECONDS, preset.definition());
        pairs(preset, experiment, asked, every, PAIRS);
        if (sustained > asked) {
            // As many checkpoints in the whole run as the preset asks for.
            int spread = Math.ceilDiv(sustained * every, asked);
            pairs(preset, experiment, sustained, spread, PAIRS);
        }
    }

    /** How many epochs the warm engine does in a time. */
    private static int epochsIn(double seconds, Definition definition) {
        int epochs = 1;
        long begun = System.nanoTime();
        do {
            double anEpoch = bare(definition, epochs).seconds() / epochs;
            epochs = (int) Math.clamp(seconds / anEpoch, 1, 1_000_000);
        } while ((System.nanoTime() - begun) / 1e9 < WARM_UP_SECONDS);
        return epochs;
    }

    private void pairs(Preset preset, ExperimentId experiment, int epochs, int every, int pairs) {
        warmUp(experiment, epochs, every);
        List<Measured> bare = new ArrayList<>();
        List<Measured> tracked = new ArrayList<>();
        double[] ratios = new double[pairs];
        double[] cpuRatios = new double[pairs];
        waits.clear();
        for (int i = 0; i < pairs; i++) {
            bare.add(bare(preset.definition(), epochs));
            tracked.add(tracked(experiment, epochs, every));
            ratios[i] = bare.getLast().seconds() / tracked.getLast().seconds();
            cpuRatios[i] = bare.getLast().cpuSeconds() / tracked.getLast().cpuSeconds();
        }
        System.out.printf(
                "%-24s %7d %10.4g %12.4g %6.3f %10.3f %13.3f %6.3f %8.0f%n",
                preset.key(),
                epochs,
                epochs / Measured.median(bare, Measured::seconds),
                epochs / Measured.median(tracked, Measured::seconds),
                Measured.median(ratios),
                Measured.median(bare, Measured::cpuSeconds),
                Measured.median(tracked, Measured::cpuSeconds),
                Measured.median(cpuRatios),
                Measured.median(
                        waits.stream().mapToDouble(wait -> wait.toNanos() / 1e6).toArray()));
    }

    /** What stores must be compiled as well as what trains. */
    private void warmUp(ExperimentId experiment, int epochs, int every) {
        long begun = System.nanoTime();
        do {
            tracked(experiment, epochs, every);
        } while ((System.nanoTime() - begun) / 1e9 < WARM_UP_SECONDS);
    }

    private static Measured bare(Definition definition, int epochs) {
        return Measured.of(() -> BareEngine.train(BareEngine.plan(definition, epochs)));
    }

    private Measured tracked(ExperimentId experiment, int epochs, int every) {
        AtomicReference<RunId> run = new AtomicReference<>();
        Measured measured =
                Measured.of(() -> {
                    run.set(application.queue(experiment, epochs, every));
                    application.awaitEnd(run.get(), epochs);
                });
        RunDetails ended = application.find(run.get());
        waits.add(Duration.between(ended.queuedAt(), Objects.requireNonNull(ended.startedAt())));
        return measured;
    }
}
