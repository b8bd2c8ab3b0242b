package dev.wavetrain.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.wavetrain.Application;
import dev.wavetrain.DatabaseTest;
import dev.wavetrain.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A PostgreSQL that does not let Wavetrain start is named in one line. */
@DatabaseTest
@Tag("postgresql")
@ExtendWith(OutputCaptureExtension.class)
class PostgresStartTest {

    private final String url = TestDatabase.kept(Path.of(""))[0].replaceFirst("^.*?=", "");

    @Test
    void an_unknown_user(CapturedOutput output) {
        start(url.replaceFirst("user=\\w+", "user=nobody"));
        assertThat(line(output)).contains("refused the user or the password", "nobody");
    }

    @Test
    void a_database_that_is_not_there(CapturedOutput output) {
        start(url.replaceFirst("test_\\w+", "missing"));
        assertThat(line(output)).contains("There is no such database", "missing");
    }

    @Test
    void a_server_that_does_not_answer(CapturedOutput output) {
        start(url.replaceFirst(":\\d+/", ":1/"));
        assertThat(line(output)).contains("The database cannot be reached");
    }

    @Test
    void a_user_who_may_make_no_tables(CapturedOutput output) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create role reader login");
        }
        start(url.replaceFirst("user=\\w+", "user=reader"));
        assertThat(line(output)).contains("may not create tables", "grant create on schema");
    }

    @Test
    void a_wrong_password() {
        FailureAnalysis known =
                new StartFailures()
                        .analyze(new IllegalStateException(new SQLException("no", "28P01")));
        assertThat(known.getDescription()).contains("refused the user or the password");
    }

    @Test
    void a_server_that_is_too_old_or_keeps_no_unicode() {
        DatabaseConfiguration.requireFit(15, "UTF8");
        assertThatThrownBy(() -> DatabaseConfiguration.requireFit(14, "UTF8"))
                .hasMessage("PostgreSQL 14 is too old.");
        assertThatThrownBy(() -> DatabaseConfiguration.requireFit(15, "LATIN1"))
                .hasMessageContaining("LATIN1");
    }

    @Test
    void a_clock_that_differs_from_the_database_is_told() {
        Instant now = Instant.parse("2026-03-01T12:00:00Z");
        assertThat(DatabaseConfiguration.clockTrouble(now, now.plusSeconds(3))).isEmpty();
        assertThat(DatabaseConfiguration.clockTrouble(now, now.plusSeconds(40)).orElseThrow())
                .contains("differ by 40 s");
        assertThat(DatabaseConfiguration.clockTrouble(now.plusSeconds(5), now).orElseThrow())
                .contains("differ by 5 s");
    }

    private static void start(String url) {
        assertThat(
                        catchThrowable(() ->
                                SpringApplication.run(
                                        Application.class,
                                        "--server.port=0",
                                        "--wavetrain.database.url=" + url)))
                .isNotNull();
    }

    private static String line(CapturedOutput output) {
        assertThat(output.getAll()).doesNotContain("\tat ");
        return output.getAll()
                .lines()
                .filter(line -> line.contains("Wavetrain did not start."))
                .findFirst()
                .orElse("");
    }
}
