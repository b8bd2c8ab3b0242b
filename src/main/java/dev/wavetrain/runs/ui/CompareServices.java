package dev.wavetrain.runs.ui;

import dev.wavetrain.runs.RunCheckpoints;
import dev.wavetrain.runs.RunFeed;
import dev.wavetrain.runs.RunService;
import dev.wavetrain.runs.compare.RunComparisons;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What a comparison's page reads. */
@Component
record CompareServices(
        RunService runs,
        RunComparisons comparisons,
        RunCheckpoints checkpoints,
        RunFeed feed,
        Clock clock) {}
