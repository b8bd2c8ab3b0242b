package dev.wavetrain.workers;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.Builder;
import dev.wavetrain.common.Role;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** The queue as every process has it, also one that trains nothing. */
@Configuration
@EnableConfigurationProperties(WorkerSettings.class)
class QueueConfiguration {

    /** By the process's role. */
    static final class WhereNothingTrains implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !Role.of(context.getEnvironment()).trains();
        }
    }

    /** Elsewhere the scheduler itself is one. */
    @Bean
    @Conditional(WhereNothingTrains.class)
    SchedulerClient queueOnly(DataSource database) {
        return Builder.create(new TransactionAwareDataSourceProxy(database))
                .enablePriority()
                .build();
    }
}
