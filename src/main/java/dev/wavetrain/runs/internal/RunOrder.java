package dev.wavetrain.runs.internal;

import dev.wavetrain.common.Caller;
import dev.wavetrain.experiments.Definition;
import dev.wavetrain.experiments.ExperimentDetails;
import dev.wavetrain.runs.RunRequest;
import java.util.Objects;

/**
 * What is to be run for whom.
 *
 * @param version the experiment's that the definition comes from
 * @param definition the version's with the request's overrides applied
 */
record RunOrder(
        Caller caller,
        ExperimentDetails experiment,
        int version,
        Definition definition,
        RunRequest request) {

    private static final int USUAL_PRIORITY = 0;

    /** The same for another definition. */
    RunOrder trainingOn(int ofVersion, Definition other) {
        return new RunOrder(caller, experiment, ofVersion, other, request);
    }

    String name() {
        return Objects.requireNonNullElse(request.name(), experiment.name());
    }

    long seed() {
        Long seed = request.seed();
        return seed == null ? definition.training().seed() : seed;
    }

    int priority() {
        Integer priority = request.priority();
        return priority == null ? USUAL_PRIORITY : priority;
    }
}
