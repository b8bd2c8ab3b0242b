package dev.wavetrain.workers.ui;

import dev.wavetrain.experiments.ExperimentService;
import dev.wavetrain.runs.RunFeed;
import dev.wavetrain.runs.RunService;
import dev.wavetrain.workers.Nodes;
import dev.wavetrain.workers.TrainingQueue;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What the parts of the page of workers read and do. */
@Component
record WorkerServices(
        Nodes nodes,
        TrainingQueue queue,
        RunService runs,
        RunFeed feed,
        ExperimentService experiments,
        Clock clock) {}
