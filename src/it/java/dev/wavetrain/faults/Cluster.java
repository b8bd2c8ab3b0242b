package dev.wavetrain.faults;

import dev.wavetrain.ApiClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** One that serves and some that train, on one PostgreSQL database, and who looks at their runs. */
final class Cluster implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path folder;
    private final Postgres postgres;
    private final String url;
    private final List<String> settings;
    private final Stands stands;
    private final Random random;
    private final List<Wavetrain> workers = new CopyOnWriteArrayList<>();
    private final Map<String, Watch> watches = new LinkedHashMap<>();
    private volatile Wavetrain web;
    private int started;

    /**
     * @param settings of every worker
     */
    Cluster(Path folder, Postgres postgres, String database, Random random, String... settings) {
        this.folder = folder;
        this.postgres = postgres;
        this.url = postgres.create(database);
        this.settings = List.of(settings);
        this.stands = Stands.in(url);
        this.random = random;
    }

    Postgres postgres() {
        return postgres;
    }

    String url() {
        return url;
    }

    Random random() {
        return random;
    }

    Wavetrain startWeb() {
        web = start("web", List.of("--wavetrain.role=web"));
        return web;
    }

    Wavetrain startWorker(String... more) {
        List<String> all = new ArrayList<>(List.of("--wavetrain.role=worker"));
        all.addAll(settings);
        all.addAll(Arrays.asList(more));
        Wavetrain worker = start("worker", all);
        workers.add(worker);
        return worker;
    }

    private Wavetrain start(String name, List<String> with) {
        started++;
        List<String> all = new ArrayList<>(with);
        all.add("--wavetrain.database.url=" + url);
        return Wavetrain.start(name + "-" + started, folder, all);
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

    private Stream<Stand> standing() {
        return watches.keySet().stream().map(this::stand);
    }

    /** No run may be behind what somebody was shown of it. */
    void lookForLostEpochs() {
        watches.forEach((run, watch) -> {
            int shown = watch.last();
            watch.seenAt(stand(run).epoch(), shown);
        });
    }

    /** Waits until a run has ended and its watcher was told all of it. */
    void ended(String run, Duration patience) {
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
