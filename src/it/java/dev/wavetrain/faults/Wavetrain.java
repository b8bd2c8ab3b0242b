package dev.wavetrain.faults;

import dev.wavetrain.ApiClient;
import dev.wavetrain.IntegrationTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One process of the application. */
final class Wavetrain implements AutoCloseable {

    private static final Duration START_PATIENCE = Duration.ofMinutes(5);
    private static final Pattern READY = Pattern.compile("is ready: http://localhost:(\\d+)");
    private static final Set<Process> ALL = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> ALL.forEach(Process::destroyForcibly)));
    }

    private final String name;
    private final Path log;
    private final Process process;
    private int port;

    private Wavetrain(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
        ALL.add(process);
    }

    /** Starts one; it is of use once it is {@link #ready}. */
    static Wavetrain start(Launch launch, String name, Path folder, List<String> settings) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "--server.port=0",
                                "--server.address=127.0.0.1",
                                "--spring.jmx.enabled=false",
                                "--wavetrain.workers.name=" + name,
                                "--wavetrain.owner.name=" + IntegrationTest.OWNER,
                                "--wavetrain.owner.password=" + IntegrationTest.PASSWORD));
        all.addAll(settings);
        Path log = folder.resolve(name + ".log");
        try {
            Process process =
                    new ProcessBuilder(launch.command(all))
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start();
            return new Wavetrain(name, log, process);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start java", e);
        }
    }

    /** Waits until it says that it is ready. */
    Wavetrain ready() {
        Waiting.until(
                START_PATIENCE,
                () -> name + " to be ready:\n" + log(),
                () -> {
                    Matcher said = READY.matcher(log());
                    if (said.find()) {
                        port = Integer.parseInt(said.group(1));
                        return true;
                    }
                    if (!lives()) {
                        throw new AssertionError(name + " did not start:\n" + log());
                    }
                    return false;
                });
        return this;
    }

    /** Whether it has said so by now. */
    boolean isReady() {
        return lives() && READY.matcher(log()).find();
    }

    /** The owner's way to call it. */
    ApiClient api() {
        return ApiClient.owner(port);
    }

    ApiClient nobody() {
        return ApiClient.nobody(port);
    }

    String name() {
        return name;
    }

    boolean lives() {
        return process.isAlive();
    }

    /** SIGKILL: it gets no chance to say or write anything. */
    void kill() {
        process.destroyForcibly();
        ended(Duration.ofSeconds(30));
    }

    /** SIGTERM: it may put its runs aside first. */
    void terminate() {
        process.destroy();
    }

    /** SIGSTOP: it stands still, connections and all, and knows nothing of it. */
    void freeze() {
        Signals.send("STOP", process.pid());
    }

    /** SIGCONT. */
    void thaw() {
        Signals.send("CONT", process.pid());
    }

    /** Waits until it has ended by itself. */
    void ended(Duration within) {
        try {
            if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError(name + " still lives after " + within + ":\n" + log());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** All that it has said. */
    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        ALL.remove(process);
    }
}
