package dev.wavetrain.runs.internal;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.ExperimentId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.experiments.TrainingStart;
import dev.wavetrain.runs.RunRequest;
import org.springframework.stereotype.Component;

/** The editor's Train button. */
@Component
class StartFromEditor implements TrainingStart {

    private final Queueing queueing;

    StartFromEditor(Queueing queueing) {
        this.queueing = queueing;
    }

    @Override
    public RunId start(Caller caller, ExperimentId experiment, long seed) {
        return queueing.queue(caller, experiment, RunRequest.ofSeed(seed)).id();
    }
}
