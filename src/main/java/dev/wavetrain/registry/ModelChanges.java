package dev.wavetrain.registry;

import dev.wavetrain.common.Act;
import dev.wavetrain.common.AuditAction;
import dev.wavetrain.common.AuditLog;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.Rule;
import dev.wavetrain.common.Rules;
import dev.wavetrain.registry.internal.ModelReader;
import dev.wavetrain.registry.internal.ModelRows;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** What all changes of a model have in common: they hold its row, and are written down. */
@Component
class ModelChanges {

    private final ModelRows rows;
    private final ModelReader reader;
    private final AuditLog audit;
    private final Clock clock;

    ModelChanges(ModelRows rows, ModelReader reader, AuditLog audit, Clock clock) {
        this.rows = rows;
        this.reader = reader;
        this.audit = audit;
        this.clock = clock;
    }

    /** As {@link #locked}, for an editor. */
    NamedModel lockedToChange(Caller caller, ModelId id) {
        NamedModel model = locked(caller, id);
        caller.mustChange(model.project());
        return model;
    }

    /** As {@link #locked}, for an admin. */
    NamedModel lockedToDelete(Caller caller, ModelId id) {
        NamedModel model = locked(caller, id);
        caller.mustAdminister(model.project());
        return model;
    }

    /** Whoever changes it at the same moment waits until the transaction ends. */
    private NamedModel locked(Caller caller, ModelId id) {
        return rows.lock(id)
                .filter(caller::sees)
                .flatMap(project -> reader.find(id))
                .orElseThrow(() -> new NotFound("model", id));
    }

    /**
     * Makes aliases name a version of the locked model.
     *
     * @throws dev.wavetrain.common.InvalidValue at {@code aliases} where there would be too many
     */
    void point(Caller caller, NamedModel model, ModelVersion version, List<String> aliases) {
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

    void note(Caller caller, AuditAction action, NamedModel model, String detail) {
        audit.note(
                Act.by(caller, action)
                        .to(Act.Kind.MODEL, model.id().value(), model.name())
                        .in(model.project())
                        .with(detail));
    }
}
