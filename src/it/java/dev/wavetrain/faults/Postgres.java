package dev.wavetrain.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL server as processes of its own, with its data in a folder and its own defaults. */
final class Postgres implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Its programs refuse to work for root: a namespace without names is nobody's. */
    private static final boolean ROOT =
            System.getProperty("user.name").equals("root")
                    && System.getProperty("os.name").equals("Linux");

    private final Path bin;
    private final Path data;
    private final Path log;
    private final int port;
    private Process server;

    /** Makes a new, empty one and starts it. */
    Postgres(Path bin, Path folder) {
        this.bin = bin;
        this.data = folder.resolve("data");
        this.log = folder.resolve("postgres.log");
        this.port = freePort();
        Signals.run(
                command("initdb", "-A", "trust", "-U", "postgres", "-E", "UTF-8", "-D" + data)
                        .toArray(String[]::new));
        start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    }

    void start() {
        List<String> command =
                command("postgres", "-D" + data, "-p" + port, "-k", "", "-h", "127.0.0.1");
        try {
            server =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                            .start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start PostgreSQL", e);
        }
        Waiting.until(PATIENCE, () -> "PostgreSQL:\n" + said(), this::answers);
    }

    /** Its fast shutdown: connections are cut, what was committed is in its files. */
    void stop() {
        Signals.send("INT", server.pid());
        awaitEnd();
    }

    /** The postmaster first, so that it cannot tell its children; then all of them. */
    void kill() {
        List<ProcessHandle> children = server.descendants().toList();
        server.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        awaitEnd();
        Waiting.until(
                PATIENCE,
                () -> "PostgreSQL's processes to end",
                () -> children.stream().noneMatch(ProcessHandle::isAlive));
    }

    /** A new, empty database. */
    String create(String database) {
        try (Connection connection = DriverManager.getConnection(url("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + database);
            return url(database);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot make a database", e);
        }
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=postgres";
    }

    /** Runs one of its programs on a database of this server. */
    void client(String program, String... arguments) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                bin.resolve(program).toString(),
                                "-h127.0.0.1",
                                "-p" + port,
                                "-Upostgres"));
        command.addAll(List.of(arguments));
        Signals.run(command.toArray(String[]::new));
    }

    @Override
    public void close() {
        if (server.isAlive()) {
            stop();
        }
    }

    private boolean answers() {
        if (!server.isAlive()) {
            throw new AssertionError("PostgreSQL did not start:\n" + said());
        }
        try (Connection _ = DriverManager.getConnection(url("postgres"))) {
            return true;
        } catch (SQLException notYet) {
            return false;
        }
    }

    private void awaitEnd() {
        try {
            if (!server.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("PostgreSQL does not end:\n" + said());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command(String program, String... arguments) {
        Stream<String> own = ROOT ? Stream.of("unshare", "-U") : Stream.empty();
        return Stream.concat(
                        own,
                        Stream.concat(
                                Stream.of(bin.resolve(program).toString()), Stream.of(arguments)))
                .toList();
    }

    /**
     * Below those that outgoing connections get: while the server is away, whoever calls it from
     * the very port that it calls would talk to himself, and keep the server from it.
     */
    private static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            try (ServerSocket _ = new ServerSocket(port)) {
                return port;
            } catch (IOException taken) {
                // Another one, then.
            }
        }
    }
}
