package dev.wavetrain;

import dev.wavetrain.common.Role;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;

/** Settings of a worker that differ: it serves health alone, and several fit on one machine. */
class WorkerDefaults implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Nobody can sign in to a worker, so only what is open to all is there. */
    private static final Map<String, Object> ALWAYS =
            Map.of(
                    "management.endpoints.web.exposure.include", "health",
                    "spring.web.resources.add-mappings", "false");

    /** A worker needs few connections most of the time, and a server has some hundred for all. */
    private static final Map<String, Object> UNLESS_SET =
            Map.of(
                    "server.port", "0",
                    "spring.datasource.hikari.minimum-idle", "2",
                    "spring.datasource.hikari.idle-timeout", "60000");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (Role.of(context.getEnvironment()).serves()) {
            return;
        }
        MutablePropertySources sources = context.getEnvironment().getPropertySources();
        sources.addFirst(new MapPropertySource("worker", ALWAYS));
        sources.addLast(new MapPropertySource("worker defaults", UNLESS_SET));
    }
}
