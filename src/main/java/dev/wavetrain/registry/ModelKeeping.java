package dev.wavetrain.registry;

import dev.wavetrain.checkpoints.CheckpointDetails;
import dev.wavetrain.common.Act;
import dev.wavetrain.common.AuditAction;
import dev.wavetrain.common.AuditLog;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.CheckpointId;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.NotFound;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes and changes named models. A version has its own copy of the weights, checked when it is
 * made: the checkpoint may be pruned, its run deleted for good, its experiment moved to another
 * project, and the version is served as before. Editors promote and move aliases; admins delete.
 * Whoever changes a model waits for who does so at the same moment.
 */
@Service
public class ModelKeeping {

    /** Versions of one model at a time: each has its weights. */
    public static final int MOST_VERSIONS = 1_000;

    /** A checkpoint ready to be stored as a version. */
    private record Weights(
            RunDetails run, CheckpointDetails checkpoint, Network net, byte[] file) {}

    private final RunCheckpoints checkpoints;
    private final RunService runs;
    private final ModelRows rows;
    private final ModelReader reader;
    private final AuditLog audit;
    private final TransactionOperations transaction;
    private final Clock clock;

    ModelKeeping(
            RunCheckpoints checkpoints,
            RunService runs,
            ModelRows rows,
            ModelReader reader,
            AuditLog audit,
            TransactionOperations transaction,
            Clock clock) {
        this.checkpoints = checkpoints;
        this.runs = runs;
        this.rows = rows;
        this.reader = reader;
        this.audit = audit;
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
            var _ = add(caller, id, name, weights, promotion);
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
            NamedModel model = lockedToChange(caller, id);
            if (!model.project().equals(weights.run().project())) {
                throw new InvalidValue(
                        new FieldError("checkpoint", Rule.NOT_ALLOWED, Reason.OF_OTHER_PROJECT));
            }
            if (model.versions() >= MOST_VERSIONS) {
                throw new Conflict(
                        "The model has %d versions, which is the most: delete old ones first."
                                .formatted(MOST_VERSIONS));
            }
            return add(caller, id, model.name(), weights, promotion);
        });
    }

    /**
     * Makes an alias name a version, whatever it named before. Again does nothing.
     *
     * @return the number of the version that it named before; null where it is new
     * @throws InvalidValue at {@code alias}
     */
    public @Nullable Integer point(Caller caller, ModelId id, String alias, int number) {
        Rules rules = new Rules();
        ModelName.check(rules, "alias", alias, ModelName.LONGEST_ALIAS);
        rules.check();
        return transaction.execute(status -> {
            NamedModel model = lockedToChange(caller, id);
            ModelVersion version =
                    reader.version(model, number)
                            .orElseThrow(() -> new NotFound("version", number));
            Integer before = model.alias(alias).map(NamedModel.Alias::version).orElse(null);
            if (before == null || before != number) {
                point(caller, model, version, List.of(alias));
            }
            return before;
        });
    }

    /** Its version stays. */
    public void removeAlias(Caller caller, ModelId id, String alias) {
        transaction.executeWithoutResult(status -> {
            NamedModel model = lockedToChange(caller, id);
            NamedModel.Alias there =
                    model.alias(alias).orElseThrow(() -> new NotFound("alias", alias));
            rows.removeAlias(id, alias);
            note(caller, AuditAction.MODEL_ALIAS_REMOVED, model, alias + " @" + there.version());
        });
    }

    /**
     * Deletes a version for good. Its number is not given again.
     *
     * @throws Conflict where an alias names it, or it is the only one
     * @throws dev.wavetrain.common.Forbidden where the caller is no admin of the project
     */
    public void deleteVersion(Caller caller, ModelId id, int number) {
        transaction.executeWithoutResult(status -> {
            NamedModel model = locked(caller, id);
            caller.mustAdminister(model.project());
            ModelVersion version =
                    reader.version(model, number)
                            .orElseThrow(() -> new NotFound("version", number));
            if (!version.aliases().isEmpty()) {
                throw new Conflict(
                        "Move or remove the aliases of the version first: "
                                + String.join(", ", version.aliases())
                                + ".");
            }
            if (model.versions() == 1) {
                throw new Conflict("It is the model's only version: delete the model instead.");
            }
            rows.deleteVersion(version.id());
            note(caller, AuditAction.MODEL_VERSION_DELETED, model, "@" + number);
        });
    }

    /**
     * Deletes a model for good, with its versions and aliases.
     *
     * @throws dev.wavetrain.common.Forbidden where the caller is no admin of the project
     */
    public void delete(Caller caller, ModelId id) {
        transaction.executeWithoutResult(status -> {
            NamedModel model = locked(caller, id);
            caller.mustAdminister(model.project());
            rows.delete(id);
            note(caller, AuditAction.MODEL_DELETED, model, "");
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

    private ModelVersion add(
            Caller caller, ModelId id, String name, Weights weights, Promotion promotion) {
        CheckpointDetails from = weights.checkpoint();
        RunDetails run = weights.run();
        Network net = weights.net();
        ModelVersion version =
                new ModelVersion(
                        UUID.randomUUID(),
                        rows.nextVersion(id),
                        new ModelVersion.Origin(
                                run.id(),
                                run.name(),
                                from.id(),
                                from.epoch(),
                                from.loss(),
                                from.valLoss()),
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
        rows.insert(id, version, caller, weights.file());
        NamedModel model = reader.find(id).orElseThrow();
        boolean first = version.number() == 1;
        note(
                caller,
                first ? AuditAction.MODEL_MADE : AuditAction.MODEL_PROMOTED,
                model,
                "@" + version.number() + " · " + run.name());
        point(caller, model, version, promotion.aliases());
        return version.with(promotion.aliases());
    }

    private void point(
            Caller caller, NamedModel model, ModelVersion version, List<String> aliases) {
        long others = model.aliases().stream().filter(a -> !aliases.contains(a.name())).count();
        new Rules()
                .that(
                        others + aliases.size() <= Promotion.MOST_ALIASES,
                        "aliases",
                        Rule.TOO_MANY,
                        Promotion.MOST_ALIASES,
                        others + aliases.size())
                .check();
        for (String alias : aliases) {
            String before = model.alias(alias).map(a -> "@" + a.version() + " → ").orElse("");
            rows.point(model.id(), alias, version.id(), caller.name(), clock.instant());
            note(
                    caller,
                    AuditAction.MODEL_ALIAS_MOVED,
                    model,
                    alias + " " + before + "@" + version.number());
        }
    }

    private <T> T changed(Supplier<T> change) {
        return Objects.requireNonNull(transaction.execute(status -> change.get()));
    }

    private NamedModel lockedToChange(Caller caller, ModelId id) {
        NamedModel model = locked(caller, id);
        caller.mustChange(model.project());
        return model;
    }

    private NamedModel locked(Caller caller, ModelId id) {
        return rows.lock(id)
                .filter(caller::sees)
                .flatMap(project -> reader.find(id))
                .orElseThrow(() -> new NotFound("model", id));
    }

    private void note(Caller caller, AuditAction action, NamedModel model, String detail) {
        audit.note(
                Act.by(caller, action)
                        .to(Act.Kind.MODEL, model.id().value(), model.name())
                        .in(model.project())
                        .with(detail));
    }
}
