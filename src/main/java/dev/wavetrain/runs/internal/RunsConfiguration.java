package dev.wavetrain.runs.internal;

import dev.wavetrain.runs.EvaluationSettings;
import dev.wavetrain.runs.ModelFileSettings;
import dev.wavetrain.runs.RunSettings;
import dev.wavetrain.runs.RunState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties({
    RunSettings.class,
    EvaluationSettings.class,
    ModelFileSettings.class
})
class RunsConfiguration {

    /** How many runs wait and train, asked of the database when the metrics are read. */
    @Bean
    MeterBinder runGauges(RunRows runs) {
        return registry -> {
            for (RunState state : List.of(RunState.QUEUED, RunState.RUNNING, RunState.PAUSED)) {
                Gauge.builder("wavetrain.runs", runs, rows -> rows.countByState(state))
                        .tag("state", state.name())
                        .description("Runs in this state")
                        .register(registry);
            }
        };
    }
}
