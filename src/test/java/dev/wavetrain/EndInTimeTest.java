package dev.wavetrain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EndInTimeTest {

    @Test
    void a_process_that_something_holds_is_gone_all_the_same() throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                folder(EndInTime.class) + File.pathSeparator + folder(Held.class),
                                Held.class.getName())
                        .redirectErrorStream(true)
                        .start();
        try (var output = process.inputReader()) {
            assertThat(output.readLine()).isEqualTo("ready");

            // That of the process itself would close what it still has to say.
            assertThat(process.toHandle().destroy()).isTrue();

            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(EndInTime.TERMINATED);
            assertThat(output.readLine()).contains("ends now");
        } finally {
            process.destroyForcibly();
        }
    }

    private static String folder(Class<?> type) throws Exception {
        URI place = type.getProtectionDomain().getCodeSource().getLocation().toURI();
        return Path.of(place).toString();
    }

    /** Whoever tells it to end waits for a hook that never returns. */
    static final class Held {

        private Held() {}

        public static void main(String[] arguments) throws InterruptedException {
            CountDownLatch never = new CountDownLatch(1);
            Runtime.getRuntime()
                    .addShutdownHook(
                            new Thread(() -> {
                                while (never.getCount() > 0) {
                                    Thread.onSpinWait();
                                }
                            }));
            EndInTime.within(Duration.ofMillis(300));
            System.out.println("ready");
            never.await();
        }
    }
}
