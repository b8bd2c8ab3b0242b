package dev.wavetrain.bench;

import com.microsoft.playwright.Page;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.RunEvent;
import dev.wavetrain.runs.RunFeed;
import dev.wavetrain.runs.RunService;
import dev.wavetrain.runs.RunState;
import dev.wavetrain.walk.SystemBrowser;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Many who watch runs that train, all on this machine: how long after a commit its epochs are in
 * the page, whether any update is lost, and what stays in the server's heap. Eight runs train at
 * the same time, whatever the cores. Most watchers speak the page's protocol without a browser; the
 * others are pages in Chromium, where an epoch counts as seen when it is drawn.
 *
 * <p>System properties: {@code minutes}, {@code sockets}, {@code pages}.
 */
public final class WatchersBench {

    private static final List<String> PRESETS =
            List.of(
                    "damped-simple-rnn",
                    "damped-gru",
                    "damped-lstm",
                    "sin-to-cos-simple-rnn",
                    "sin-to-cos-lstm",
                    "damped-cos-to-sin-lstm",
                    "square-to-root-lstm",
                    "sine-lstm-300");
    private static final int EPOCHS = 10_000_000;
    private static final int COMMITS_A_MINUTE = 1_200;
    private static final double MB = 1 << 20;
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final Duration WARM_UP = Duration.ofSeconds(30);

    private final int minutes = Integer.getInteger("minutes", 10);
    private final BenchApplication application;
    private final Caller caller;
    private final Map<RunId, Commits> runs = new LinkedHashMap<>();
    private final Lateness everywhere = new Lateness();
    private final Lateness inSockets = new Lateness();
    private final Lateness inPages = new Lateness();
    private final List<SocketWatcher> sockets = new ArrayList<>();
    private final List<PageWatcher> pages = new ArrayList<>();

    private WatchersBench(BenchApplication application) {
        this.application = application;
        this.caller = application.caller();
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Locale.setDefault(Locale.ROOT);
        System.out.println(Machine.description());
        try (BenchApplication application =
                        BenchApplication.start("--wavetrain.workers.slots=" + PRESETS.size());
                SystemBrowser browser = SystemBrowser.open();
                ExecutorService threads = Executors.newCachedThreadPool();
                HttpClient http = HttpClient.newBuilder().executor(threads).build()) {
            WatchersBench bench = new WatchersBench(application);
            bench.train();
            bench.pause();
            bench.watch(http, browser);
            bench.resume();
            bench.measure();
            bench.end();
        }
    }

    private void train() {
        for (String preset : PRESETS) {
            RunId run = application.queue(application.experiment(preset), EPOCHS, EPOCHS);
            runs.put(run, new Commits((minutes + 5) * COMMITS_A_MINUTE));
        }
        var _ = application.bean(RunFeed.class).subscribeAll(caller, this::heard);
    }

    /** Pages are opened by people who come one by one, not by fifty while eight runs train. */
    private void pause() throws InterruptedException {
        RunService service = application.bean(RunService.class);
        for (RunId run : runs.keySet()) {
            while (application.find(run).state() != RunState.PAUSED) {
                if (application.find(run).canPause()) {
                    var _ = service.pause(caller, run);
                }
                Thread.sleep(LOOK_EVERY);
            }
        }
    }

    private void resume() throws InterruptedException {
        for (RunId run : runs.keySet()) {
            var _ = application.bean(RunService.class).resume(caller, run);
        }
        // What a server compiles in its first seconds is not what its watchers wait for.
        Thread.sleep(WARM_UP);
        pages.forEach(PageWatcher::read);
        List.of(inSockets, inPages).forEach(Lateness::clear);
    }

    private void heard(RunEvent event) {
        Commits commits = runs.get(event.run());
        if (commits != null) {
            commits.heard(event);
        }
    }

    private void watch(HttpClient http, SystemBrowser browser)
            throws IOException, InterruptedException {
        List<RunId> ids = List.copyOf(runs.keySet());
        int count = Integer.getInteger("sockets", 47);
        for (int i = 0; i < count; i++) {
            RunId run = ids.get(i % ids.size());
            SocketWatcher watcher = new SocketWatcher(application, http, runs.get(run), inSockets);
            watcher.open(run);
            sockets.add(watcher);
        }
        for (int i = 0; i < Integer.getInteger("pages", 3); i++) {
            Page page = browser.visitor();
            RunId run = ids.get(i % ids.size());
            PageWatcher watcher = new PageWatcher(application, page, runs.get(run), inPages);
            watcher.open(run);
            pages.add(watcher);
        }
        System.out.printf("%d runs, %d sockets, %d pages%n", ids.size(), count, pages.size());
        System.out.printf("%7s %9s %12s %14s%n", "minute", "heap MB", "epochs", "pushes");
    }

    /** The last sample has the whole. */
    private void measure() throws InterruptedException {
        sample(0);
        for (int minute = 1; minute <= minutes; minute++) {
            Thread.sleep(Duration.ofMinutes(1));
            pages.forEach(PageWatcher::read);
            sample(minute);
        }
    }

    /** The heap as it is when all garbage is collected, which stops everything for a moment. */
    private void sample(int minute) {
        System.gc();
        double heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MB;
        System.out.printf(
                "%7d %9.1f %,12d %,14d%n",
                minute,
                heap,
                runs.values().stream().mapToLong(Commits::last).sum(),
                sockets.stream().mapToLong(SocketWatcher::received).sum());
        System.out.println("        so far, in sockets: " + inSockets);
        System.out.println("        so far, in pages:   " + inPages);
        everywhere.clear();
        List.of(inSockets, inPages).forEach(everywhere::addAll);
        System.out.println("        so far, together:   " + everywhere);
    }

    /** Whoever watched has to have all of it in the end. */
    private void end() throws InterruptedException {
        for (RunId run : runs.keySet()) {
            var _ = application.bean(RunService.class).cancel(caller, run);
        }
        var _ = application.awaitEnd(runs.keySet());
        Thread.sleep(Duration.ofSeconds(3));
        pages.forEach(PageWatcher::read);
        List<Commits> stored = List.copyOf(runs.values());
        int behind = 0;
        for (int i = 0; i < sockets.size(); i++) {
            behind += sockets.get(i).epoch() == stored.get(i % stored.size()).last() ? 0 : 1;
        }
        for (int i = 0; i < pages.size(); i++) {
            behind += pages.get(i).epoch() == stored.get(i % stored.size()).last() ? 0 : 1;
        }
        System.out.printf(
                "updates lost: %d, come twice: %d; watchers without the last epoch: %d%n",
                sockets.stream().mapToInt(SocketWatcher::losses).sum(),
                sockets.stream().mapToInt(SocketWatcher::overlaps).sum(),
                behind);
        sockets.forEach(SocketWatcher::close);
    }
}
