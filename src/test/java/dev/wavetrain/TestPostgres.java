package dev.wavetrain;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A real PostgreSQL, started by the tests from a Maven artifact: one a JVM, stopped with it. Where
 * it cannot start, tests say that they did not run; where it is demanded (on CI, or by
 * WAVETRAIN_REQUIRE_POSTGRESQL) they fail.
 */
public final class TestPostgres {

    private static final String NOT_RUN =
            "The tests on PostgreSQL DID NOT RUN: it could not be started here. Elsewhere than on"
                    + " linux-amd64 name the platform by -Dpostgres.platform=darwin-arm64v8 or such. ";

    private static final Queue<ConfigurableApplicationContext> USERS =
            new ConcurrentLinkedQueue<>();

    /** A server, or why there is none. */
    private record Started(EmbeddedPostgres server, String whyNot) {}

    private static final class Once {
        static final Started STARTED = started();
    }

    private TestPostgres() {}

    /** Empty where there is a server; else the words that say that tests did not run. */
    static String whyNot() {
        return Once.STARTED.whyNot;
    }

    /** Is closed before the server. */
    static void usedBy(ConfigurableApplicationContext context) {
        USERS.add(context);
    }

    /** The address of a new, empty database. */
    static String freshDatabase() {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        return Once.STARTED.server.getJdbcUrl("postgres", created(Once.STARTED.server, name));
    }

    /** A server of one's own, with its data kept in a folder: closed and opened again on it. */
    public static EmbeddedPostgres server(Path data, int port) throws IOException {
        return builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setServerConfig("synchronous_commit", "on")
                .start();
    }

    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String created(EmbeddedPostgres server, String name) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
            return name;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot make a database", e);
        }
    }

    private static Started started() {
        try {
            EmbeddedPostgres server =
                    builder()
                            .setServerConfig("fsync", "off")
                            .setRegisterShutdownHook(false)
                            .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
            return new Started(server, "");
        } catch (IOException | RuntimeException failed) {
            if (isDemanded()) {
                throw new IllegalStateException(
                        "No PostgreSQL could be started, and its tests must run.", failed);
            }
            // The report of a build names no reasons of tests that did not run.
            System.out.println(NOT_RUN + failed);
            return new Started(null, NOT_RUN + failed);
        }
    }

    /** Applications first: one whose database is gone takes its time to end. */
    private static void stop(EmbeddedPostgres server) {
        USERS.forEach(ConfigurableApplicationContext::close);
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres.Builder builder() {
        return EmbeddedPostgres.builder()
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .setErrorRedirector(ProcessBuilder.Redirect.DISCARD);
    }

    private static boolean isDemanded() {
        Map<String, String> environment = System.getenv();
        return Stream.of("CI", "WAVETRAIN_REQUIRE_POSTGRESQL")
                .anyMatch(name -> Boolean.parseBoolean(environment.get(name)));
    }
}
