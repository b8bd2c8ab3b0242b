package dev.wavetrain.faults;

import dev.wavetrain.ApiClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Processes on one database, and who looks at their runs. */
final class Cluster implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Launch launch;
    private final Path folder;
    private final Random random;
    private final String url;
    private final Stands stands;
    private final List<String> everybody;
    private final List<String> serving;
    private final List<Wavetrain> workers = new CopyOnWriteArrayList<>();
    private final Map<String, Watch> watches = new LinkedHashMap<>();
    private final Set<String> ended = new HashSet<>();
    private List<String> training = List.of();
    private volatile Wavetrain web;
    private int started;

    private Cluster(
            Launch launch,
            Path folder,
            Random random,
            String url,
            List<String> everybody,
            List<String> serving) {
        this.launch = launch;
        this.folder = folder;
        this.random = random;
        this.url = url;
        this.stands = url.isEmpty() ? Stands.told(() -> web.api()) : Stands.in(url);
        this.everybody = everybody;
        this.serving = serving;
    }

    /** One that serves and others that train, on one PostgreSQL database. */
    static Cluster on(String database, Launch launch, Path folder, Random random) {
        return new Cluster(
                launch,
                folder,
                random,
                database,
                List.of("--wavetrain.database.url=" + database),
                List.of("--wavetrain.role=web"));
    }

    /** A single process that does all. */
    static Cluster single(Launch launch, Path folder, Random random, String... settings) {
        return new Cluster(launch, folder, random, "", List.of(), List.of(settings));
    }

    /** How workers that are started from now on train. */
    void trainsWith(String... settings) {
        training = List.of(settings);
    }

    /** Of the PostgreSQL database; empty where there is none. */
    String url() {
        return url;
    }

    Random random() {
        return random;
    }

    Wavetrain startWeb() {
        web = start("web", serving);
        return web;
    }

    Wavetrain startWorker() {
        List<String> all = new ArrayList<>(List.of("--wavetrain.role=worker"));
        all.addAll(training);
        Wavetrain worker = start("worker", all);
        workers.add(worker);
        return worker;
    }

    private Wavetrain start(String name, List<String> with) {
        started++;
        List<String> all = new ArrayList<>(with);
        all.addAll(everybody);
        return Wavetrain.start(launch, name + "-" + started, folder, all);
    }

    Wavetrain web() {
        return web;
    }

    ApiClient api() {
        return web.api();
    }

    List<Wavetrain> workers() {
        return workers;
    }

    void ready() {
        web.ready();
        workers.forEach(Wavetrain::ready);
    }

    /** Waits until that many workers are ready, whatever becomes of the others. */
    void ready(int count) {
        web.ready();
        Waiting.until(
                PATIENCE,
                () -> count + " workers:\n" + logs(),
                () -> workers.stream().filter(Wavetrain::isReady).count() >= count);
    }

    /** Others in their place, with other settings. */
    void replaceWorkers(String... settings) {
        workers.forEach(Wavetrain::terminate);
        workers.forEach(worker -> worker.ended(PATIENCE));
        List.copyOf(workers).forEach(this::without);
        trainsWith(settings);
        startWorker();
        startWorker();
        ready();
    }

    /** The runs that a worker trains just now. */
    List<Stand> trainedBy(Wavetrain worker) {
        return running().stream().filter(run -> run.trainsAt(worker)).toList();
    }

    /** No more of the cluster. */
    void without(Wavetrain worker) {
        workers.remove(worker);
        worker.close();
    }

    /** One that trains something at this moment; any where none does. */
    Wavetrain trainingWorker() {
        List<Stand> now = running();
        List<Wavetrain> busy =
                workers.stream()
                        .filter(worker -> now.stream().anyMatch(run -> run.trainsAt(worker)))
                        .toList();
        List<Wavetrain> choice = busy.isEmpty() ? workers : busy;
        return choice.get(random.nextInt(choice.size()));
    }

    Stand stand(String run) {
        Waiting.until(PATIENCE, () -> "the database to answer", () -> stands.of(run).isPresent());
        return stands.of(run).orElseThrow();
    }

    Optional<Stand> standNow(String run) {
        return stands.of(run);
    }

    /** Looks at a run from now on. */
    void watch(String run) {
        watches.put(run, new Watch(() -> web.api(), run));
    }

    Watch watchOf(String run) {
        return watches.get(run);
    }

    /** The watched runs that train. */
    List<Stand> running() {
        return standing().filter(run -> run.state().equals("RUNNING")).toList();
    }

    /** The watched runs that have not ended. */
    List<Stand> active() {
        return standing().filter(run -> !run.hasEnded()).toList();
    }

    /** Those that had ended before are not asked for again: they stay as they are. */
    private Stream<Stand> standing() {
        List<Stand> now =
                watches.keySet().stream()
                        .filter(run -> !ended.contains(run))
                        .map(this::stand)
                        .toList();
        now.stream().filter(Stand::hasEnded).map(Stand::run).forEach(ended::add);
        return now.stream();
    }

    /** No run may be behind what somebody was shown of it. */
    void lookForLostEpochs() {
        watches.forEach((run, watch) -> {
            if (!ended.contains(run)) {
                int shown = watch.last();
                watch.seenAt(stand(run).epoch(), shown);
            }
        });
    }

    /** Waits until a run has ended and its watcher was told all of it. */
    void ended(String run) {
        Duration patience = Duration.ofMinutes(10);
        Waiting.until(patience, () -> "the end of " + stand(run), () -> stand(run).hasEnded());
        Stand end = stand(run);
        if (!end.state().equals("COMPLETED")) {
            throw new AssertionError(end + "\n" + api().get("/api/v1/runs/" + run).text());
        }
        Watch watch = watches.get(run);
        if (watch != null) {
            Waiting.until(
                    patience,
                    () -> "the last epoch to be shown: " + watch.last() + " of " + end,
                    () -> watch.last() >= end.epoch());
        }
    }

    /** What the processes said that is no part of normal life, for whoever reads a failure. */
    String logs() {
        return Stream.concat(Stream.of(web), workers.stream())
                .map(one -> "== " + one.name() + "\n" + one.log())
                .reduce("", String::concat);
    }

    @Override
    public void close() {
        watches.values().forEach(Watch::close);
        workers.forEach(Wavetrain::close);
        if (web != null) {
            web.close();
        }
    }
}
