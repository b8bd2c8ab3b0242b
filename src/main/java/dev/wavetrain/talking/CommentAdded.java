package dev.wavetrain.talking;

import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.RunId;
import java.util.UUID;

/** Something was said about a run. Told within the transaction that stores it. */
public record CommentAdded(ProjectId project, RunId run, UUID comment) {}
