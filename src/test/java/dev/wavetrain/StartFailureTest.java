package dev.wavetrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A start that fails says why in one line, without a stack trace. */
@ExtendWith(OutputCaptureExtension.class)
class StartFailureTest {

    @TempDir Path data;

    @Test
    void a_port_in_use_is_named(CapturedOutput output) throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            start("--server.port=" + taken.getLocalPort());
            assertThat(line(output)).contains("Port " + taken.getLocalPort() + " was already");
            assertThat(output.getAll()).doesNotContain("\tat ");
        }
    }

    @Test
    void a_database_in_use_is_named(CapturedOutput output) {
        FailureAnalysis known =
                new DatabaseInUse()
                        .analyze(
                                new IllegalStateException(
                                        new SQLException("in use", "90020", 90020)));
        new StartFailure().report(known);
        assertThat(line(output)).contains("Another process has the database file open");
    }

    private void start(String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "--wavetrain.data=" + data;
        assertThat(catchThrowable(() -> SpringApplication.run(Application.class, all))).isNotNull();
    }

    private static String line(CapturedOutput output) {
        return output.getAll()
                .lines()
                .filter(line -> line.contains("Wavetrain did not start."))
                .findFirst()
                .orElse("");
    }
}
