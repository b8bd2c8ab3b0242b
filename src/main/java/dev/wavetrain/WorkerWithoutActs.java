package dev.wavetrain;

import dev.wavetrain.common.AuditLog;
import dev.wavetrain.common.Teammates;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Nobody acts in a worker, which has no accounts: services find no log of acts, and no teams. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "wavetrain.role", havingValue = "worker")
class WorkerWithoutActs {

    @Bean
    AuditLog auditLog() {
        return act -> {
            throw new IllegalStateException("nobody acts in a worker: " + act);
        };
    }

    @Bean
    Teammates teammates() {
        return (caller, other) -> {
            throw new IllegalStateException("nobody asks in a worker: " + caller);
        };
    }
}
