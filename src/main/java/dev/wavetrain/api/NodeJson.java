package dev.wavetrain.api;

import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunState;
import dev.wavetrain.workers.Intake;
import dev.wavetrain.workers.NodeStatus;
import dev.wavetrain.workers.WorkerNode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A worker as REST shows it. */
@Schema(name = "Worker")
record NodeJson(
        UUID id,
        String name,
        String host,
        @Schema(description = "Its number on the host.") long process,
        String version,
        @Schema(description = "How many runs it trains at the same time.") int slots,
        @Schema(description = "How many of them are in use.") int used,
        Intake intake,
        @Schema(description = "Whether it takes no new runs.") boolean draining,
        Instant startedAt,
        @Schema(description = "Its last heartbeat.") Instant heardAt,
        @Schema(description = "Not heard from for so long that others take its runs over.")
                boolean silent,
        @Schema(description = "What it trains, as far as the caller may see.") List<Trained> trains,
        @Schema(description = "How many runs of other projects it trains.") int others) {

    /** How far a run is. */
    @Schema(name = "TrainedRun")
    record Trained(
            UUID id,
            String name,
            String owner,
            RunState state,
            int epoch,
            int epochs,
            @Nullable Double epochsPerSecond,
            @Nullable Double etaSeconds) {

        static Trained of(RunDetails run) {
            return new Trained(
                    run.id().value(),
                    run.name(),
                    run.ownerName(),
                    run.state(),
                    run.progress().epoch(),
                    run.progress().epochs(),
                    run.progress().epochsPerSecond(),
                    RunJson.seconds(run.progress().eta()));
        }
    }

    static NodeJson of(NodeStatus status) {
        WorkerNode node = status.node();
        return new NodeJson(
                node.id().value(),
                node.name(),
                node.host(),
                node.process(),
                node.version(),
                node.slots(),
                status.used(),
                node.intake(),
                node.intake() != Intake.OPEN,
                node.startedAt(),
                node.heardAt(),
                status.silent(),
                status.trains().stream().map(Trained::of).toList(),
                status.others());
    }
}
