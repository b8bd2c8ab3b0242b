package dev.wavetrain.api;

import dev.wavetrain.runs.RunGroup;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A group with its runs, as it is answered to whoever queues or cancels it. */
@Schema(name = "GroupWithRuns")
record GroupRunsJson(
        GroupJson group,
        @Schema(description = "By seed, without those in the bin.") List<RunJson> runs) {

    static GroupRunsJson of(RunGroup group, List<RunJson> runs) {
        return new GroupRunsJson(GroupJson.of(group.details()), runs);
    }
}
