package dev.wavetrain.runs.internal;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.ExperimentId;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunRequest;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes runs: the row and its place in the queue in one transaction. */
@Component
class Queueing {

    private final NewRuns newRuns;
    private final RunRows rows;
    private final OnceByKey once;
    private final RunMapper mapper;
    private final Clock clock;

    Queueing(NewRuns newRuns, RunRows rows, OnceByKey once, RunMapper mapper, Clock clock) {
        this.newRuns = newRuns;
        this.rows = rows;
        this.once = once;
        this.mapper = mapper;
        this.clock = clock;
    }

    RunDetails queue(Caller caller, ExperimentId experiment, RunRequest request) {
        newRuns.requireAllowed(caller, experiment);
        return once.run(
                request.key(),
                () ->
                        made(caller, experiment, request)
                                .orElseGet(() -> make(caller, experiment, request)));
    }

    private Optional<RunDetails> made(Caller caller, ExperimentId experiment, RunRequest request) {
        Optional<RunDetails> made =
                Optional.ofNullable(request.key())
                        .flatMap(key -> rows.findByRequest(caller.user().value(), key))
                        .map(mapper::details);
        if (made.isPresent() && !made.get().experiment().equals(experiment)) {
            throw new Conflict("A request with this key has queued another experiment's run.");
        }
        return made;
    }

    private RunDetails make(Caller caller, ExperimentId id, RunRequest request) {
        RunOrder order = newRuns.order(caller, id, request);
        return mapper.details(newRuns.make(order, clock.instant()));
    }
}
