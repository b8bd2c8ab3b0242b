package dev.wavetrain;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Starts Wavetrain: web, workers and the embedded database in one process. */
@SpringBootApplication
public class Application {

    public static void main(String[] arguments) {
        SpringApplication.run(Application.class, arguments);
    }

    /** The clock that everything asks for the time, so that tests can set it. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
