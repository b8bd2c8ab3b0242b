package dev.wavetrain.workers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.runs.RunSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class WorkerSettingsTest {

    /** As promised to whoever kills a worker. */
    private static final Duration TAKEN_OVER_WITHIN = Duration.ofSeconds(20);

    /**
     * At worst the last heartbeat came just before the worker was killed, the look for dead ones
     * just before it would have told, and the look for runs just before the run was free again.
     */
    @Test
    void a_killed_workers_runs_are_taken_over_in_time() {
        WorkerSettings usual = usual("wavetrain.workers", WorkerSettings.class);

        assertThat(usual.silence().plus(usual.pollEvery()))
                .isLessThan(TAKEN_OVER_WITHIN.minusSeconds(3));
    }

    @Test
    void what_another_process_tells_without_being_heard_is_found_within_a_second() {
        assertThat(usual("wavetrain.workers", WorkerSettings.class).pollEvery())
                .isLessThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(usual("wavetrain.runs", RunSettings.class).readOnEvery())
                .isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    private static <T> T usual(String prefix, Class<T> settings) {
        return new Binder(new MapConfigurationPropertySource()).bindOrCreate(prefix, settings);
    }
}
