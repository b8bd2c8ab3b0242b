package dev.wavetrain.bench;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.wavetrain.common.ExperimentId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.experiments.Definition;
import dev.wavetrain.experiments.Preset;
import dev.wavetrain.walk.SystemBrowser;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * What tracking costs a run that somebody watches: the same epochs by the bare engine, and as a run
 * of the real application with every epoch stored in H2, weights kept four times (and the best ones
 * as they come) and its page open in Chromium; in turn, in one process. A watched run counts from
 * being queued until all of it is stored. Processor time is this process's, which serves the page;
 * the browser's own is printed apart, and shares the machine. Before that short runs are watched
 * some times over: a server that has just started compiles what shows and stores, for some seconds
 * of processor time in its life.
 *
 * <p>Arguments: keys of the presets to run; without any, three. System properties: {@code seconds}
 * of training in one measurement, {@code rounds}, {@code warmUps} watched runs before the first
 * round.
 */
public final class WatchedBench {

    private static final String[] USUAL = {"damped-simple-rnn", "damped-gru", "sin-to-cos-lstm"};
    private static final int CHECKPOINTS = 4;

    /** More opened pages compile more of the server than longer ones do. */
    private static final double WARM_UP_SECONDS = 5;

    private static final double PATIENCE_MILLIS = 60_000;

    private final int rounds = Integer.getInteger("rounds", 3);
    private final int warmUps = Integer.getInteger("warmUps", 3);
    private final double seconds = Double.parseDouble(System.getProperty("seconds", "20"));
    private final BenchApplication application;
    private final Page page;

    private WatchedBench(BenchApplication application, Page page) {
        this.application = application;
        this.page = page;
    }

    public static void main(String[] keys) {
        Locale.setDefault(Locale.ROOT);
        System.out.println(Machine.description());
        System.out.printf(
                "%-24s %8s %10s %13s %6s %11s %14s %6s %14s%n",
                "preset",
                "epochs",
                "bare ep/s",
                "watched ep/s",
                "ratio",
                "bare CPU s",
                "watched CPU s",
                "ratio",
                "Chromium CPU s");
        try (BenchApplication application = BenchApplication.start();
                SystemBrowser browser = SystemBrowser.open()) {
            WatchedBench bench = new WatchedBench(application, browser.visitor());
            bench.signIn();
            for (Preset preset : Measured.presets(keys.length == 0 ? USUAL : keys)) {
                bench.measure(preset);
            }
        }
    }

    private void signIn() {
        page.navigate(application.address("sign-in"));
        page.locator("input[name=username]").fill(BenchApplication.NAME);
        page.locator("input[name=password]").fill(BenchApplication.PASSWORD);
        page.locator("button[type=submit]").click();
        page.locator("vaadin-app-layout").waitFor();
    }

    private void measure(Preset preset) {
        ExperimentId experiment = application.experiment(preset.key());
        Definition definition = preset.definition();
        Pace pace = new Pace(4, seconds, rounds);
        int epochs = pace.warmUp(count -> bare(definition, count));
        int few = (int) Math.ceil(epochs * Math.min(1, WARM_UP_SECONDS / seconds));
        for (int time = 0; time < warmUps; time++) {
            watched(experiment, few);
        }
        List<Pair> pairs = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            Measured bare = said("bare", () -> bare(definition, epochs));
            long browser = browserNanos();
            Measured watched = said("watched", () -> watched(experiment, epochs));
            pairs.add(new Pair(bare, watched, (browserNanos() - browser) / 1e9));
        }
        print(preset.key(), epochs, pairs);
    }

    private static Measured said(String what, Supplier<Measured> measure) {
        try (ThreadTimes threads = new ThreadTimes()) {
            Measured measured = measure.get();
            System.out.printf("%s, CPU s: %.2f: %s%n", what, measured.cpuSeconds(), threads);
            return measured;
        }
    }

    private record Pair(Measured bare, Measured watched, double browserSeconds) {}

    private static void print(String key, int epochs, List<Pair> pairs) {
        List<Measured> bare = pairs.stream().map(Pair::bare).toList();
        List<Measured> watched = pairs.stream().map(Pair::watched).toList();
        System.out.printf(
                "%-24s %8d %10.4g %13.4g %6.3f %11.2f %14.2f %6.3f %14.2f%n",
                key,
                epochs,
                epochs / Measured.median(bare, Measured::seconds),
                epochs / Measured.median(watched, Measured::seconds),
                Measured.median(
                        pairs.stream()
                                .mapToDouble(
                                        pair -> pair.bare().seconds() / pair.watched().seconds())
                                .toArray()),
                Measured.median(bare, Measured::cpuSeconds),
                Measured.median(watched, Measured::cpuSeconds),
                Measured.median(
                        pairs.stream()
                                .mapToDouble(pair ->
                                        pair.bare().cpuSeconds() / pair.watched().cpuSeconds())
                                .toArray()),
                Measured.median(pairs.stream().mapToDouble(Pair::browserSeconds).toArray()));
    }

    private static Measured bare(Definition definition, int epochs) {
        return Measured.of(() -> BareEngine.train(BareEngine.plan(definition, epochs)));
    }

    /** The run's page shows the last epoch in the end: somebody did watch. */
    private Measured watched(ExperimentId experiment, int epochs) {
        page.navigate(application.address("runs"));
        page.locator("vaadin-app-layout").waitFor();
        AtomicReference<RunId> run = new AtomicReference<>();
        Measured measured =
                Measured.of(() -> {
                    run.set(
                            application.queue(
                                    experiment, epochs, Math.ceilDiv(epochs, CHECKPOINTS)));
                    page.navigate(application.address("runs/" + run.get()));
                    application.awaitEnd(run.get(), epochs);
                });
        String all = NumberFormat.getIntegerInstance(Locale.US).format(epochs);
        PlaywrightAssertions.assertThat(page.locator(".wt-run-header"))
                .containsText(
                        all + " / " + all, new ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
        return measured;
    }

    /** Processor time so far of the processes that this one started. */
    private static long browserNanos() {
        return ProcessHandle.current()
                .descendants()
                .mapToLong(process ->
                        process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L))
                .sum();
    }
}
