package dev.wavetrain.api;

import dev.wavetrain.runs.GroupDetails;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/** A group as REST shows it. */
@Schema(name = "Group")
record GroupJson(
        UUID id,
        String name,
        UUID experimentId,
        int experimentVersion,
        @Schema(description = "How many seeds were asked for.") int seeds,
        @Schema(description = "The name of who queued it.") String owner,
        Instant createdAt) {

    static GroupJson of(GroupDetails group) {
        return new GroupJson(
                group.id().value(),
                group.name(),
                group.experiment().value(),
                group.experimentVersion(),
                group.seeds(),
                group.ownerName(),
                group.createdAt());
    }
}
