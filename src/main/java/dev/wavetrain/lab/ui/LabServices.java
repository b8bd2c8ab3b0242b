package dev.wavetrain.lab.ui;

import dev.wavetrain.experiments.DataColumns;
import dev.wavetrain.lab.Lab;
import dev.wavetrain.lab.LabResults;
import dev.wavetrain.runs.RunCheckpoints;
import dev.wavetrain.runs.RunService;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What the lab's pages read and do. */
@Component
record LabServices(
        Lab lab,
        LabResults results,
        RunService runs,
        RunCheckpoints checkpoints,
        DataColumns data,
        Clock clock) {}
