package dev.wavetrain.workers;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.wavetrain.runs.StopRequests;
import java.time.Clock;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** A process that trains, among the others. */
@Configuration
@Conditional(WorkersConfiguration.WhereRunsTrain.class)
class NodeConfiguration {

    @Bean
    Gate intakeGate() {
        return new Gate();
    }

    @Bean
    NodeId thisNodesId() {
        return new NodeId(UUID.randomUUID());
    }

    @Bean
    ThisNode thisNode(
            NodeId id,
            NodeRows rows,
            Gate gate,
            Scheduler scheduler,
            StopRequests stops,
            WorkerSettings settings,
            ObjectProvider<BuildProperties> build,
            Clock clock) {
        return new ThisNode(
                WorkerNode.here(id, settings, version(build), clock.instant()),
                rows,
                new Intakes(gate, scheduler, stops),
                clock,
                settings.silence());
    }

    private static String version(ObjectProvider<BuildProperties> build) {
        BuildProperties properties = build.getIfAvailable();
        String built = properties == null ? null : properties.getVersion();
        return built == null ? "development" : built;
    }

    @Bean
    Heartbeats heartbeats(ThisNode node, WorkerSettings settings) {
        return new Heartbeats(node, settings.heartbeatEvery());
    }
}
