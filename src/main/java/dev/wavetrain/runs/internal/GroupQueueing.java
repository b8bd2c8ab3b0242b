package dev.wavetrain.runs.internal;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.ExperimentId;
import dev.wavetrain.common.GroupId;
import dev.wavetrain.runs.GroupDetails;
import dev.wavetrain.runs.GroupRequest;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes groups: the group and all its runs in one transaction. */
@Component
class GroupQueueing {

    private final NewRuns newRuns;
    private final GroupRows rows;
    private final EntityManager entities;
    private final OnceByKey once;
    private final Clock clock;

    GroupQueueing(
            NewRuns newRuns, GroupRows rows, EntityManager entities, OnceByKey once, Clock clock) {
        this.newRuns = newRuns;
        this.rows = rows;
        this.entities = entities;
        this.once = once;
        this.clock = clock;
    }

    GroupId queue(Caller caller, ExperimentId experiment, GroupRequest request) {
        newRuns.requireAllowed(caller, experiment);
        return once.run(
                request.each().key(),
                () ->
                        made(caller, experiment, request)
                                .orElseGet(() -> make(caller, experiment, request)));
    }

    private Optional<GroupId> made(Caller caller, ExperimentId experiment, GroupRequest request) {
        Optional<GroupDetails> made =
                Optional.ofNullable(request.each().key())
                        .flatMap(key -> rows.findByRequest(caller.user().value(), key))
                        .map(GroupEntity::details);
        if (made.isPresent() && !made.get().experiment().equals(experiment)) {
            throw new Conflict("A request with this key has queued another experiment's group.");
        }
        return made.map(GroupDetails::id);
    }

    private GroupId make(Caller caller, ExperimentId id, GroupRequest request) {
        RunOrder order = newRuns.order(caller, id, request.each());
        Instant now = clock.instant();
        GroupEntity group = new GroupEntity(order, request.seeds().size(), now);
        entities.persist(group);
        entities.flush();
        for (int i = 0; i < request.seeds().size(); i++) {
            // A moment apart, so that the queue has them in the order of their seeds.
            Instant queued = now.plus(i, ChronoUnit.MICROS);
            newRuns.makeOne(order, request.seeds().get(i), group.id(), queued);
        }
        return group.details().id();
    }
}
