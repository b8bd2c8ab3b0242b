package dev.wavetrain.registry;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.Rules;
import dev.wavetrain.model.Checksums;
import dev.wavetrain.registry.internal.ModelRows;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Named models out of one server and into another. Asks nobody who may; whoever calls has to, and
 * has to hold what comes to the rules of everybody's.
 */
@Component
public class ModelTransfer {

    private final ModelRows rows;

    ModelTransfer(ModelRows rows) {
        this.rows = rows;
    }

    /**
     * The weights of a version.
     *
     * @throws DamagedVersion where the stored bytes are not those that were promoted
     */
    public byte[] file(UUID version, int number, String sha256) {
        byte[] file = rows.file(version);
        if (!Checksums.bytes(file).equals(sha256)) {
            throw new DamagedVersion(number, "their checksum does not match.");
        }
        return file;
    }

    /**
     * Keeps a model without its versions.
     *
     * @param lastVersion the highest number that a version of it ever had
     * @throws dev.wavetrain.common.InvalidValue at {@code name}
     */
    public void keep(
            ModelId id,
            ProjectId project,
            String name,
            int lastVersion,
            Caller owner,
            Instant madeAt) {
        held("name", name, ModelName.LONGEST);
        rows.insert(id, project, name, owner, madeAt);
        rows.numberedTo(id, lastVersion);
    }

    /** Keeps a version with its weights. */
    public void keep(ModelId model, ModelVersion version, Caller owner, byte[] file) {
        rows.insert(model, version, owner, file);
    }

    /**
     * Keeps an alias of a version that was kept.
     *
     * @throws dev.wavetrain.common.InvalidValue at {@code alias}
     */
    public void keep(ModelId model, String alias, UUID version, Caller owner, Instant movedAt) {
        held("alias", alias, ModelName.LONGEST_ALIAS);
        rows.point(model, alias, version, owner.name(), movedAt);
    }

    private static void held(String field, String name, int longest) {
        Rules rules = new Rules();
        ModelName.check(rules, field, name, longest);
        rules.check();
    }
}
