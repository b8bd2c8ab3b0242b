package dev.wavetrain.api;

import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.workers.QueuedRun;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A place in the queue as REST shows it. */
@Schema(name = "QueuedRun")
record QueuedJson(
        @Schema(description = "From 1, counting the runs of all projects.") int position,
        @Schema(description = "By which it waits there: moving a run can change it.") int priority,
        @Schema(description = "Null where it is a run of another project.") @Nullable Waiting run,
        @Schema(description = "Whether the caller may move it.") boolean movable) {

    /** A run that the caller sees. */
    @Schema(name = "WaitingRun")
    record Waiting(
            UUID id,
            String name,
            UUID experimentId,
            String owner,
            @Schema(description = "When it was first queued.") Instant queuedAt,
            @Schema(description = "Epochs done before it was put aside.") int epoch,
            int epochs) {

        static Waiting of(RunDetails run) {
            return new Waiting(
                    run.id().value(),
                    run.name(),
                    run.experiment().value(),
                    run.ownerName(),
                    run.queuedAt(),
                    run.progress().epoch(),
                    run.progress().epochs());
        }
    }

    static QueuedJson of(QueuedRun place) {
        RunDetails run = place.run();
        return new QueuedJson(
                place.position(),
                place.priority(),
                run == null ? null : Waiting.of(run),
                place.movable());
    }
}
