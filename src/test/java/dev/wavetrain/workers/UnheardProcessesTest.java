package dev.wavetrain.workers;

import dev.wavetrain.DatabaseTest;
import dev.wavetrain.TestProcesses;
import dev.wavetrain.common.OtherProcesses;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** Every notification is lost. */
@DatabaseTest
@Tag("postgresql")
class UnheardProcessesTest extends AcrossProcesses {

    /** More often than usual, so that less of the test is waiting. */
    private static final String LOOKING_EVERY = "200ms";

    @Override
    TestProcesses start() {
        return new TestProcesses(
                Unheard.class,
                "--wavetrain.runs.read-on-every=" + LOOKING_EVERY,
                "--wavetrain.workers.poll-every=" + LOOKING_EVERY);
    }

    @Override
    Duration within() {
        return Duration.ofSeconds(2);
    }

    @TestConfiguration
    @Import(ScriptedTraining.Instead.class)
    static class Unheard {

        @Bean
        @Primary
        OtherProcesses unheard() {
            return new OtherProcesses() {
                @Override
                public boolean possible() {
                    return true;
                }

                @Override
                public void tell(String topic, String key, String text) {}

                @Override
                public void hear(String topic, Consumer<String> listener) {}
            };
        }
    }
}
