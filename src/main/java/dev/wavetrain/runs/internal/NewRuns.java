package dev.wavetrain.runs.internal;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.ExperimentId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.experiments.DataColumns;
import dev.wavetrain.experiments.Definition;
import dev.wavetrain.experiments.DefinitionCheck;
import dev.wavetrain.experiments.DefinitionJson;
import dev.wavetrain.experiments.ExperimentDetails;
import dev.wavetrain.experiments.ExperimentService;
import dev.wavetrain.runs.RunFeed;
import dev.wavetrain.runs.RunQueue;
import dev.wavetrain.runs.RunRequest;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes new runs: each row and its place in the queue, in the transaction of whoever calls. */
@Component
class NewRuns {

    private final ExperimentService experiments;
    private final EntityManager entities;
    private final RunQueue queue;
    private final RunFeed feed;
    private final RunMapper mapper;
    private final DataColumns data;
    private final SettingRows settings;

    NewRuns(
            ExperimentService experiments,
            EntityManager entities,
            RunQueue queue,
            RunFeed feed,
            RunMapper mapper,
            DataColumns data,
            SettingRows settings) {
        this.experiments = experiments;
        this.entities = entities;
        this.queue = queue;
        this.feed = feed;
        this.mapper = mapper;
        this.data = data;
        this.settings = settings;
    }

    /** Whoever asks again by a key may have lost the project since. */
    void requireAllowed(Caller caller, ExperimentId id) {
        caller.mustChange(experiments.find(caller, id).project());
    }

    /**
     * @throws Conflict where the experiment is archived
     */
    RunOrder order(Caller caller, ExperimentId id, RunRequest request) {
        ExperimentDetails experiment = experiments.findToTrain(caller, id);
        if (experiment.archived()) {
            throw new Conflict("The experiment is archived: restore it before training.");
        }
        Definition definition = experiment.definition();
        // Data may have gone since the experiment was saved.
        if (!request.overrides().isEmpty() || definition.sequence().namesData()) {
            definition = DefinitionJson.override(definition, request.overrides());
            var _ = DefinitionCheck.check(definition, data.in(experiment.project()));
        }
        return new RunOrder(caller, experiment, experiment.version(), definition, request);
    }

    RunEntity make(RunOrder order, Instant now) {
        return make(order, order.seed(), order.request().key(), null, now);
    }

    /** One of a group: the group has the request's key. */
    RunEntity makeOne(RunOrder order, long seed, UUID group, Instant now) {
        return make(order, seed, null, group, now);
    }

    /**
     * One that has ended already: it takes no place in the queue.
     *
     * @param ended says how, before it is stored
     */
    RunEntity makeUploaded(RunOrder order, Instant now, Consumer<RunEntity> ended) {
        RunEntity run = entity(order, order.seed(), null, null, now);
        ended.accept(run);
        entities.persist(run);
        entities.flush();
        tell(run);
        return run;
    }

    private RunEntity make(
            RunOrder order, long seed, @Nullable String key, @Nullable UUID group, Instant now) {
        RunEntity run = entity(order, seed, key, group, now);
        entities.persist(run);
        entities.flush();
        queue.enqueue(new RunId(run.id()), run.origin().priority(), now);
        tell(run);
        return run;
    }

    private void tell(RunEntity run) {
        var event = mapper.event(run);
        AfterCommit.run(() -> feed.publish(event));
    }

    private RunEntity entity(
            RunOrder order, long seed, @Nullable String key, @Nullable UUID group, Instant now) {
        String definition = mapper.text(order.definition());
        RunOrigin origin =
                new RunOrigin(
                        order.experiment().project().value(),
                        order.experiment().id().value(),
                        order.version(),
                        order.caller().user().value(),
                        order.caller().name(),
                        key,
                        group,
                        seed,
                        order.priority(),
                        definition,
                        settings.keep(definition));
        return new RunEntity(
                origin,
                order.definition().training().epochs(),
                order.name(),
                order.request().tags(),
                now);
    }
}
