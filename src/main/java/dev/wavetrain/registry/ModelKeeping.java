package dev.wavetrain.registry;

import dev.wavetrain.common.AuditAction;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.Rules;
import dev.wavetrain.registry.internal.ModelReader;
import dev.wavetrain.registry.internal.ModelRows;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Moves aliases, for editors, and deletes versions and models, for admins. */
@Service
public class ModelKeeping {

    private final ModelChanges changes;
    private final ModelRows rows;
    private final ModelReader reader;
    private final TransactionOperations transaction;

    ModelKeeping(
            ModelChanges changes,
            ModelRows rows,
            ModelReader reader,
            TransactionOperations transaction) {
        this.changes = changes;
        this.rows = rows;
        this.reader = reader;
        this.transaction = transaction;
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
            NamedModel model = changes.lockedToChange(caller, id);
            ModelVersion version = version(model, number);
            Integer before = model.alias(alias).map(NamedModel.Alias::version).orElse(null);
            if (before == null || before != number) {
                changes.point(caller, model, version, List.of(alias));
            }
            return before;
        });
    }

    /** Its version stays. */
    public void removeAlias(Caller caller, ModelId id, String alias) {
        transaction.executeWithoutResult(status -> {
            NamedModel model = changes.lockedToChange(caller, id);
            NamedModel.Alias there =
                    model.alias(alias).orElseThrow(() -> new NotFound("alias", alias));
            rows.removeAlias(id, alias);
            changes.note(
                    caller, AuditAction.MODEL_ALIAS_REMOVED, model, alias + " @" + there.version());
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
            NamedModel model = changes.lockedToDelete(caller, id);
            ModelVersion version = version(model, number);
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
            changes.note(caller, AuditAction.MODEL_VERSION_DELETED, model, "@" + number);
        });
    }

    /**
     * Deletes a model for good, with its versions and aliases.
     *
     * @throws dev.wavetrain.common.Forbidden where the caller is no admin of the project
     */
    public void delete(Caller caller, ModelId id) {
        transaction.executeWithoutResult(status -> {
            NamedModel model = changes.lockedToDelete(caller, id);
            rows.delete(id);
            changes.note(caller, AuditAction.MODEL_DELETED, model, "");
        });
    }

    private ModelVersion version(NamedModel model, int number) {
        return reader.version(model, number).orElseThrow(() -> new NotFound("version", number));
    }
}
