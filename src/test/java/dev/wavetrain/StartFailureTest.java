package dev.wavetrain;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
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
    void a_database_in_use_is_named(CapturedOutput output) throws Exception {
        Path file = data.resolve("wavetrain.mv.db");
        try (FileChannel taken = FileChannel.open(file, CREATE, WRITE);
                FileLock _ = taken.lock()) {
            start();
        }
        assertThat(line(output)).contains("Another process has the database file open");
    }

    @Test
    void a_database_of_an_unknown_kind_is_named(CapturedOutput output) {
        start("--wavetrain.database.url=postgresql://localhost/wavetrain");
        assertThat(line(output)).contains("jdbc:postgresql://HOST:5432/NAME");
    }

    @Test
    void a_role_that_nobody_knows_is_named(CapturedOutput output) {
        start("--wavetrain.role=slave");
        assertThat(line(output)).contains("wavetrain.role is \"slave\"", "all, web, worker");
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "worker"})
    void a_role_on_the_embedded_database_is_refused(String role, CapturedOutput output) {
        start("--server.port=0", "--wavetrain.role=" + role);
        assertThat(line(output))
                .contains("wavetrain.role=" + role + " needs a database", "PostgreSQL");
        assertThat(output.getAll()).doesNotContain("\tat ");
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
