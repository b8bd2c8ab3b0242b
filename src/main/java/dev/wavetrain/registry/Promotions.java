package dev.wavetrain.registry;

import dev.wavetrain.checkpoints.CheckpointDetails;
import dev.wavetrain.common.AuditAction;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.CheckpointId;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.Reason;
import dev.wavetrain.common.Rule;
import dev.wavetrain.common.Rules;
import dev.wavetrain.model.DamagedModel;
import dev.wavetrain.model.ModelFile;
import dev.wavetrain.model.Network;
import dev.wavetrain.registry.internal.ModelReader;
import dev.wavetrain.registry.internal.ModelRows;
import dev.wavetrain.runs.RunCheckpoints;
import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunService;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes versions of named models, for editors. A version has its own copy of the weights, checked
 * when it is made: the checkpoint may be pruned, its run deleted for good, its experiment moved to
 * another project, and the version is served as before. Who promotes to a model waits for who does
 * so at the same moment.
 */
@Service
public class Promotions {

    /** Versions of one model at a time: each has its weights. */
    public static final int MOST_VERSIONS = 1_000;

    /** A checkpoint ready to be stored as a version. */
    private record Weights(
            RunDetails run, CheckpointDetails checkpoint, Network net, byte[] file) {}

    private final RunCheckpoints checkpoints;
    private final RunService runs;
    private final ModelChanges changes;
    private final ModelRows rows;
    private final ModelReader reader;
    private final TransactionOperations transaction;
    private final Clock clock;

    Promotions(
            RunCheckpoints checkpoints,
            RunService runs,
            ModelChanges changes,
            ModelRows rows,
            ModelReader reader,
            TransactionOperations transaction,
            Clock clock) {
        this.checkpoints = checkpoints;
        this.runs = runs;
        this.changes = changes;
        this.rows = rows;
        this.reader = reader;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A new model in the project of the checkpoint's run, whose version 1 the checkpoint is.
     *
     * @throws InvalidValue at {@code name}
     * @throws Conflict where the weights are damaged or the run is in the bin
     * @throws dev.wavetrain.common.Forbidden where the caller only views the project
     */
    public NamedModel create(
            Caller caller, String name, CheckpointId checkpoint, Promotion promotion) {
        Rules rules = new Rules();
        ModelName.check(rules, "name", name, ModelName.LONGEST);
        rules.check();
        Weights weights = weights(caller, checkpoint);
        ModelId id = new ModelId(UUID.randomUUID());
        return changed(() -> {
            ProjectId project = weights.run().project();
            rows.lockProject(project);
            if (rows.isTaken(project, name)) {
                throw new InvalidValue(new FieldError("name", Rule.NOT_ALLOWED, Reason.TAKEN));
            }
            rows.insert(id, project, name, caller, clock.instant());
            var _ = add(caller, id, weights, promotion);
            return reader.find(id).orElseThrow();
        });
    }

    /**
     * The next version of a model.
     *
     * @throws InvalidValue at {@code checkpoint} where its run is in another project, at {@code
     *     aliases} where the model would get too many
     * @throws Conflict where the weights are damaged, the run is in the bin, or the model has
     *     {@link #MOST_VERSIONS}
     * @throws dev.wavetrain.common.Forbidden where the caller only views the project
     */
    public ModelVersion promote(
            Caller caller, ModelId id, CheckpointId checkpoint, Promotion promotion) {
        Weights weights = weights(caller, checkpoint);
        return changed(() -> {
            NamedModel model = changes.lockedToChange(caller, id);
            if (!model.project().equals(weights.run().project())) {
                throw new InvalidValue(
                        new FieldError("checkpoint", Rule.NOT_ALLOWED, Reason.OF_OTHER_PROJECT));
            }
            if (model.versions() >= MOST_VERSIONS) {
                throw new Conflict(
                        "The model has %d versions, which is the most: delete old ones first."
                                .formatted(MOST_VERSIONS));
            }
            return add(caller, id, weights, promotion);
        });
    }

    /** Read and checked before the transaction: a large file takes its time. */
    private Weights weights(Caller caller, CheckpointId id) {
        CheckpointDetails checkpoint = checkpoints.find(caller, id);
        RunDetails run = runs.find(caller, checkpoint.run());
        caller.mustChange(run.project());
        if (run.binned()) {
            throw new Conflict("The run is in the bin: take it out first.");
        }
        byte[] file = checkpoints.weights(caller, id);
        try {
            return new Weights(run, checkpoint, ModelFile.read(file).network(), file);
        } catch (DamagedModel damaged) {
            throw new Conflict("The saved model cannot be read. " + damaged.getMessage());
        }
    }

    private ModelVersion add(Caller caller, ModelId id, Weights weights, Promotion promotion) {
        ModelVersion version = version(rows.nextVersion(id), weights, promotion, caller);
        rows.insert(id, version, caller, weights.file());
        NamedModel model = reader.find(id).orElseThrow();
        boolean first = version.number() == 1;
        changes.note(
                caller,
                first ? AuditAction.MODEL_MADE : AuditAction.MODEL_PROMOTED,
                model,
                "@" + version.number() + " · " + weights.run().name());
        changes.point(caller, model, version, promotion.aliases());
        return version.with(promotion.aliases());
    }

    private ModelVersion version(int number, Weights weights, Promotion promotion, Caller caller) {
        CheckpointDetails from = weights.checkpoint();
        RunDetails run = weights.run();
        Network net = weights.net();
        return new ModelVersion(
                UUID.randomUUID(),
                number,
                new ModelVersion.Origin(
                        run.id(), run.name(), from.id(), from.epoch(), from.loss(), from.valLoss()),
                new ModelVersion.Shape(
                        run.definition().sequence().task(),
                        net.window(),
                        net.inputs(),
                        net.cell(),
                        net.units()),
                from.bytes(),
                from.sha256(),
                promotion.note(),
                caller.name(),
                clock.instant(),
                List.of());
    }

    private <T> T changed(Supplier<T> change) {
        return Objects.requireNonNull(transaction.execute(status -> change.get()));
    }
}
