package dev.wavetrain;

import dev.wavetrain.common.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurationExcludeFilter;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.Environment;

/** Starts Wavetrain, or as much of it as this process's {@link Role} says. */
@SpringBootApplication
@ComponentScan(
        excludeFilters = {
            // The first two are Spring Boot's own, which naming a third one replaces.
            @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
            @Filter(type = FilterType.CUSTOM, classes = AutoConfigurationExcludeFilter.class),
            @Filter(type = FilterType.CUSTOM, classes = WorkerWithoutPages.class)
        })
public class Application {

    public static void main(String[] arguments) {
        EndInTime.within(EndInTime.USUAL);
        SpringApplication.run(Application.class, arguments);
    }

    /**
     * The clock that everything asks for the time, so that tests can set it. Databases keep
     * microseconds: in those, what was stored is what will be read.
     */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
    }

    @Bean
    Role role(Environment environment) {
        return Role.of(environment);
    }
}
