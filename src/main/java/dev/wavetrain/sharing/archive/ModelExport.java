package dev.wavetrain.sharing.archive;

import dev.wavetrain.registry.ModelTransfer;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

/** Writes a project's named models with the weights of each version. */
final class ModelExport {

    private static final String OF_MODELS = " from named_model m where m.project_id = ?";

    private static final String OF_VERSIONS =
            " from named_model_version v where v.model_id in (select m.id" + OF_MODELS + ")";

    /** A version, as far as its weights are found and checked by it. */
    private record Version(UUID id, int number, String sha256) {}

    private final ExportRows rows;
    private final ModelTransfer transfer;

    ModelExport(ExportRows rows, ModelTransfer transfer) {
        this.rows = rows;
        this.transfer = transfer;
    }

    /** Whether there were any. */
    boolean write(ArchiveWriter archive, UUID project) throws IOException {
        if (rows.ids("select m.id" + OF_MODELS, project).isEmpty()) {
            return false;
        }
        rows.write(
                archive,
                Entries.MODELS,
                "select id, name, last_version, made_at" + OF_MODELS + " order by m.name",
                project);
        rows.write(
                archive,
                Entries.MODEL_VERSIONS,
                "select id, model_id, version, run_id, run_name, checkpoint_id, epoch, loss,"
                        + " val_loss, task, size, sha256, note, made_at"
                        + OF_VERSIONS
                        + " order by v.model_id, v.version",
                project);
        List<Version> versions =
                rows.list(
                        "select id, version, sha256" + OF_VERSIONS + " order by v.id",
                        (row, _) ->
                                new Version(
                                        row.getObject(1, UUID.class),
                                        row.getInt(2),
                                        row.getString(3)),
                        project);
        for (Version version : versions) {
            byte[] file = transfer.file(version.id(), version.number(), version.sha256());
            archive.entry(Entries.modelWeights(version.id()), content -> content.write(file));
        }
        rows.write(
                archive,
                Entries.MODEL_ALIASES,
                "select a.model_id, a.alias, v.version, a.moved_at from named_model_alias a"
                        + " join named_model_version v on v.id = a.version_id"
                        + " where a.model_id in (select m.id"
                        + OF_MODELS
                        + ") order by a.model_id, a.alias",
                project);
        return true;
    }
}
