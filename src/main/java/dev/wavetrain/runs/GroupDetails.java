package dev.wavetrain.runs;

import dev.wavetrain.common.ExperimentId;
import dev.wavetrain.common.GroupId;
import dev.wavetrain.common.NoId;
import dev.wavetrain.common.ProjectId;
import java.time.Instant;

/**
 * A group of runs as stored: what they have in common.
 *
 * @param ownerName who queued it, by the name of that time
 * @param seeds how many were asked for
 */
public record GroupDetails(
        GroupId id,
        ProjectId project,
        String name,
        ExperimentId experiment,
        int experimentVersion,
        String ownerName,
        int seeds,
        Instant createdAt) {

    /** What a link may show of it: not who queued it, nor of which experiment and project. */
    GroupDetails forVisitors() {
        return new GroupDetails(
                id, NoId.PROJECT, name, NoId.EXPERIMENT, experimentVersion, "", seeds, createdAt);
    }
}
