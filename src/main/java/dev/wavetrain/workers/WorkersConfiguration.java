package dev.wavetrain.workers;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import dev.wavetrain.common.Role;
import dev.wavetrain.runs.RunExecutions;
import dev.wavetrain.runs.RunSettings;
import dev.wavetrain.runs.StopRequests;
import dev.wavetrain.training.Trainer;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** The slots of a process that trains. */
@Configuration
@Conditional(WorkersConfiguration.WhereRunsTrain.class)
class WorkersConfiguration {

    /** By the process's role. */
    static final class WhereRunsTrain implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return Role.of(context.getEnvironment()).trains();
        }
    }

    @Bean
    Training training(Clock clock, RunSettings settings) {
        Trainer trainer = new Trainer(clock, settings.resumeEvery());
        return (plan, stop, listener) -> NiceThread.run(() -> trainer.train(plan, stop, listener));
    }

    @Bean
    RunJob runJob(
            RunExecutions executions,
            StopRequests stops,
            Training training,
            Gate gate,
            WorkerSettings settings) {
        return new RunJob(executions, stops, training, gate, settings.node());
    }

    /** Started and stopped by {@link Workers}. */
    @Bean(destroyMethod = "")
    Scheduler scheduler(
            DataSource database,
            RunJob job,
            NodeId node,
            WorkerSettings settings,
            Clock clock,
            ObjectProvider<Scheduler> self) {
        // A proxy that joins transactions: a run and its place in the queue are one.
        return Scheduler.create(
                        new TransactionAwareDataSourceProxy(database),
                        Jobs.task(job, new Revival(self)))
                // What names it in the queue's rows, which have no room for a name of any length.
                .schedulerName(new SchedulerName.Fixed(node.toString()))
                .threads(settings.slotCount())
                .executorService(SlotThreads.of(settings.slotCount()))
                .pollUsingFetchAndLockOnExecute(0, 1)
                .pollingInterval(settings.pollEvery())
                .heartbeatInterval(settings.heartbeatEvery())
                .missedHeartbeatsLimit(WorkerSettings.MISSED_HEARTBEATS)
                .shutdownMaxWait(settings.stopWithin())
                .enablePriority()
                .clock(clock::instant)
                .addSchedulerListener(new LookAgain(self))
                .build();
    }

    @Bean
    Workers workers(
            DataSource database,
            RunExecutions executions,
            Scheduler scheduler,
            StopRequests stops,
            WorkerSettings settings,
            NodeId node,
            NodeRows nodes,
            Clock clock) {
        return new Workers(
                scheduler,
                new Recovery(
                        database, executions, scheduler, () -> nodes.deleteOthers(node), clock),
                stops,
                settings.stopWithin());
    }
}
