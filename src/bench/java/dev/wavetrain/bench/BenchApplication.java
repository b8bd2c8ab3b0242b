package dev.wavetrain.bench;

import dev.wavetrain.Application;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.ExperimentId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.experiments.ExperimentService;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunEvent;
import dev.wavetrain.runs.RunFeed;
import dev.wavetrain.runs.RunQueue;
import dev.wavetrain.runs.RunRequest;
import dev.wavetrain.runs.RunService;
import dev.wavetrain.runs.RunState;
import dev.wavetrain.sharing.Accounts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;

/** The real application over a database file that goes with it, and somebody who queues runs. */
final class BenchApplication implements AutoCloseable {

    static final String NAME = "bench";
    static final String PASSWORD = "a second is a long time";

    private final Path data;
    private final ConfigurableApplicationContext context;

    /** How runs ended; all that happened before would fill the memory. */
    private final BlockingQueue<RunEvent> events = new LinkedBlockingQueue<>();

    private final RunService runs;
    private final Caller caller;

    private BenchApplication(Path data, ConfigurableApplicationContext context) {
        this.data = data;
        this.context = context;
        Accounts accounts = bean(Accounts.class);
        runs = bean(RunService.class);
        caller = accounts.caller(accounts.createOwner(NAME, PASSWORD).user());
        var _ = bean(RunFeed.class).subscribeAll(caller, this::heard);
    }

    private void heard(RunEvent event) {
        if (event.state().isFinal()) {
            events.add(event);
        }
    }

    static BenchApplication start(String... settings) {
        return start(new SpringApplicationBuilder(Application.class), settings);
    }

    /** One whose workers are given nothing to do. */
    static BenchApplication startIdle(String... settings) {
        return start(
                new SpringApplicationBuilder(Application.class)
                        .initializers(BenchApplication::takeNothing),
                settings);
    }

    private static void takeNothing(ConfigurableApplicationContext context) {
        RunQueue nowhere =
                new RunQueue() {
                    @Override
                    public void enqueue(RunId run, int priority, Instant since) {}

                    @Override
                    public void remove(RunId run) {}

                    @Override
                    public long ahead(RunId run) {
                        return 0;
                    }

                    @Override
                    public boolean isServed() {
                        return false;
                    }
                };
        ((GenericApplicationContext) context)
                .registerBean(
                        "nowhere",
                        RunQueue.class,
                        () -> nowhere,
                        definition -> definition.setPrimary(true));
    }

    private static BenchApplication start(SpringApplicationBuilder builder, String... settings) {
        try {
            Path data = Files.createTempDirectory("wavetrain-bench");
            String[] all =
                    Stream.concat(
                                    Stream.of(
                                            "--server.port=0",
                                            "--wavetrain.data=" + data,
                                            "--logging.level.dev.wavetrain=warn"),
                                    Stream.of(settings))
                            .toArray(String[]::new);
            return new BenchApplication(
                    data, builder.properties("wavetrain.workers.slots=1").run(all));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    String address(String path) {
        return "http://localhost:%s/%s"
                .formatted(context.getEnvironment().getProperty("local.server.port"), path);
    }

    ExperimentId experiment(String preset) {
        return bean(ExperimentService.class).createFromPreset(caller, preset, null).id();
    }

    /** Queues a run of so many epochs, with weights kept every so many. */
    RunId queue(ExperimentId experiment, int epochs, int every) {
        Map<String, JsonNode> overrides =
                Map.of(
                        "training.epochs", IntNode.valueOf(epochs),
                        "training.checkpoints.every", IntNode.valueOf(every));
        RunRequest request = new RunRequest(1L, null, List.of(), null, overrides);
        return runs.queue(caller, experiment, request).id();
    }

    Caller caller() {
        return caller;
    }

    RunDetails find(RunId run) {
        return runs.find(caller, run);
    }

    /** Until the feed says that all of the run is stored. */
    void awaitEnd(RunId run, int epochs) {
        RunEvent event = awaitEnd(Set.of(run));
        if (event.state() != RunState.COMPLETED || event.epoch() != epochs) {
            throw new IllegalStateException("Not all of it was stored: " + event);
        }
    }

    /** Until the feed says that all of them have ended, however; what it said of the last. */
    RunEvent awaitEnd(Set<RunId> running) {
        Set<RunId> left = new HashSet<>(running);
        try {
            RunEvent event;
            do {
                event = events.take();
                left.remove(event.run());
            } while (!left.isEmpty());
            return event;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
        try {
            FileSystemUtils.deleteRecursively(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
