package dev.wavetrain.runs.internal;

import dev.wavetrain.checkpoints.CheckpointDetails;
import dev.wavetrain.checkpoints.CheckpointStore;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.ExperimentId;
import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.Reason;
import dev.wavetrain.common.Rule;
import dev.wavetrain.common.RunId;
import dev.wavetrain.experiments.DataColumns;
import dev.wavetrain.experiments.Definition;
import dev.wavetrain.experiments.DefinitionCheck;
import dev.wavetrain.experiments.DefinitionJson;
import dev.wavetrain.model.DamagedModel;
import dev.wavetrain.model.ModelFile;
import dev.wavetrain.model.Network;
import dev.wavetrain.model.SavedModel;
import dev.wavetrain.model.SavedOptimizer;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunRequest;
import dev.wavetrain.runs.TrainOnRequest;
import dev.wavetrain.training.ResumePoint;
import dev.wavetrain.training.SnapshotFile;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.IntNode;

/**
 * Makes runs that begin with saved weights. The weights are copied: they are the new run's resume
 * point at epoch 0, so that nothing that becomes of the checkpoint matters to it.
 */
@Component
class TrainingOn {

    private final NewRuns newRuns;
    private final RunRows rows;
    private final OnceByKey once;
    private final CheckpointStore checkpoints;
    private final RunMapper mapper;
    private final Clock clock;
    private final DataColumns data;

    TrainingOn(
            NewRuns newRuns,
            RunRows rows,
            OnceByKey once,
            CheckpointStore checkpoints,
            RunMapper mapper,
            Clock clock,
            DataColumns data) {
        this.newRuns = newRuns;
        this.rows = rows;
        this.once = once;
        this.checkpoints = checkpoints;
        this.mapper = mapper;
        this.clock = clock;
        this.data = data;
    }

    RunDetails queue(
            Caller caller, RunEntity parent, CheckpointDetails from, TrainOnRequest request) {
        newRuns.requireAllowed(caller, new ExperimentId(parent.origin().experiment()));
        return once.run(
                request.run().key(),
                () ->
                        made(caller, from, request)
                                .orElseGet(() -> make(caller, parent, from, request)));
    }

    private Optional<RunDetails> made(
            Caller caller, CheckpointDetails from, TrainOnRequest request) {
        Optional<RunDetails> made =
                Optional.ofNullable(request.run().key())
                        .flatMap(key -> rows.findByRequest(caller.user().value(), key))
                        .map(mapper::details);
        boolean other =
                made.map(RunDetails::parent)
                        .filter(parent -> parent.checkpoint().equals(from.id()))
                        .isEmpty();
        if (made.isPresent() && other) {
            throw new Conflict("A request with this key has queued another run.");
        }
        return made;
    }

    private RunDetails make(
            Caller caller, RunEntity parent, CheckpointDetails from, TrainOnRequest request) {
        Definition definition = definition(parent, request);
        ResumePoint beginning = beginning(model(from), definition);
        RunRequest asked = request.run();
        RunRequest whole =
                new RunRequest(
                        Objects.requireNonNullElse(asked.seed(), parent.origin().seed()),
                        Objects.requireNonNullElse(asked.name(), parent.name()),
                        asked.tags(),
                        asked.priority(),
                        Map.of(),
                        asked.key());
        ExperimentId experiment = new ExperimentId(parent.origin().experiment());
        RunOrder order =
                newRuns.order(caller, experiment, whole)
                        .trainingOn(parent.origin().version(), definition);
        RunEntity run = newRuns.make(order, clock.instant());
        run.beginsWith(new Parent(parent.id(), from.id().value(), from.epoch()));
        checkpoints.saveResumePoint(new RunId(run.id()), beginning.toBytes());
        return mapper.details(run);
    }

    private Definition definition(RunEntity parent, TrainOnRequest request) {
        Map<String, JsonNode> changes = new HashMap<>(request.run().overrides());
        changes.put("training.epochs", IntNode.valueOf(request.epochs()));
        Definition definition = DefinitionJson.override(mapper.definition(parent), changes);
        ProjectId project = new ProjectId(parent.origin().project());
        var _ = DefinitionCheck.check(definition, data.in(project));
        return definition;
    }

    private SavedModel model(CheckpointDetails from) {
        try {
            return ModelFile.read(checkpoints.file(from.id()));
        } catch (DamagedModel damaged) {
            throw new Conflict("The saved weights cannot be read. " + damaged.getMessage());
        }
    }

    private static ResumePoint beginning(SavedModel model, Definition definition) {
        Network network =
                Network.of(
                        definition.network(),
                        definition.sequence().task(),
                        definition.sequence().window());
        if (!network.equals(model.network())) {
            throw new InvalidValue(
                    new FieldError("overrides", Rule.NOT_ALLOWED, Reason.OTHER_NETWORK));
        }
        SavedOptimizer optimizer = SnapshotFile.optimizer(definition.training().optimizer());
        float[] state = model.optimizerState();
        boolean same =
                state != null
                        && optimizer.kind() == model.optimizer().kind()
                        && optimizer.stateVectors() == model.optimizer().stateVectors();
        return same
                ? ResumePoint.beginning(model.updates(), model.parameters(), state)
                : ResumePoint.beginning(
                        0,
                        model.parameters(),
                        new float[optimizer.stateVectors() * network.parameterCount()]);
    }
}
