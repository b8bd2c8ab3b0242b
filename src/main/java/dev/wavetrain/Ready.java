package dev.wavetrain;

import dev.wavetrain.common.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says where to find the server once it answers. */
@Component
class Ready {

    private static final Logger LOG = LoggerFactory.getLogger(Ready.class);

    private final Role role;

    Ready(Role role) {
        this.role = role;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext web
                && web.getWebServer() != null) {
            int port = web.getWebServer().getPort();
            if (role.serves()) {
                LOG.info("Wavetrain is ready: http://localhost:{}", port);
            } else {
                LOG.info("Wavetrain's worker is ready: http://localhost:{}/actuator/health", port);
            }
        }
    }
}
