package dev.wavetrain.runs.internal;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.ExperimentId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.experiments.Definition;
import dev.wavetrain.experiments.DefinitionCheck;
import dev.wavetrain.experiments.DefinitionJson;
import dev.wavetrain.experiments.ExperimentDetails;
import dev.wavetrain.experiments.ExperimentService;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunFeed;
import dev.wavetrain.runs.RunQueue;
import dev.wavetrain.runs.RunRequest;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes runs: the row and its place in the queue in one transaction. */
@Component
class Queueing {

    private static final int USUAL_PRIORITY = 0;

    private final ExperimentService experiments;
    private final RunRows rows;
    private final EntityManager entities;
    private final RunQueue queue;
    private final RunFeed feed;
    private final RunMapper mapper;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Queueing(
            ExperimentService experiments,
            RunRows rows,
            EntityManager entities,
            RunQueue queue,
            RunFeed feed,
            RunMapper mapper,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.experiments = experiments;
        this.rows = rows;
        this.entities = entities;
        this.queue = queue;
        this.feed = feed;
        this.mapper = mapper;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    RunDetails queue(Caller caller, ExperimentId experiment, RunRequest request) {
        try {
            return inTransaction(caller, experiment, request);
        } catch (ConstraintViolationException raced) {
            // The same request came twice at once: the other one has made the run.
            if (request.key() == null) {
                throw raced;
            }
            return inTransaction(caller, experiment, request);
        }
    }

    private RunDetails inTransaction(Caller caller, ExperimentId experiment, RunRequest request) {
        return Objects.requireNonNull(
                transaction.execute(_ ->
                        made(caller, experiment, request)
                                .orElseGet(() -> make(caller, experiment, request))));
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
        ExperimentDetails experiment = experiments.find(caller, id);
        if (experiment.archived()) {
            throw new Conflict("The experiment is archived: restore it before training.");
        }
        Definition definition = experiment.definition();
        if (!request.overrides().isEmpty()) {
            definition = DefinitionJson.override(definition, request.overrides());
            DefinitionCheck.check(definition);
        }
        Instant now = clock.instant();
        RunEntity run =
                new RunEntity(
                        origin(caller, experiment, definition, request),
                        definition.training().epochs(),
                        request.name() == null ? experiment.name() : request.name(),
                        request.tags(),
                        now);
        entities.persist(run);
        entities.flush();
        queue.enqueue(new RunId(run.id()), run.origin().priority(), now);
        var event = mapper.event(run);
        AfterCommit.run(() -> feed.publish(event));
        return mapper.details(run);
    }

    private RunOrigin origin(
            Caller caller,
            ExperimentDetails experiment,
            Definition definition,
            RunRequest request) {
        Long seed = request.seed();
        Integer priority = request.priority();
        return new RunOrigin(
                experiment.project().value(),
                experiment.id().value(),
                experiment.version(),
                caller.user().value(),
                caller.name(),
                request.key(),
                seed == null ? definition.training().seed() : seed,
                priority == null ? USUAL_PRIORITY : priority,
                mapper.text(definition));
    }
}
