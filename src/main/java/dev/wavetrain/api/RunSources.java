package dev.wavetrain.api;

import dev.wavetrain.common.AccessWatch;
import dev.wavetrain.runs.RunCheckpoints;
import dev.wavetrain.runs.RunFeed;
import dev.wavetrain.runs.RunMetrics;
import dev.wavetrain.runs.RunService;
import org.springframework.stereotype.Component;

/** Where what is told of a run comes from. */
@Component
record RunSources(
        RunService runs,
        RunMetrics metrics,
        RunCheckpoints checkpoints,
        RunFeed feed,
        RunsJson json,
        AccessWatch access) {}
