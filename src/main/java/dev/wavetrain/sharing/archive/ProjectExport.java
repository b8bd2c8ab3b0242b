package dev.wavetrain.sharing.archive;

import dev.wavetrain.common.CheckpointId;
import dev.wavetrain.common.ProjectId;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * Writes a project as an archive: what is in it and not in the bin. Has to be called in a
 * transaction that sees one state of the database; memory does not grow with the project.
 */
@Component
public class ProjectExport {

    private static final String OF_RUNS =
            " from run r where r.project_id = ? and r.deleted_at is null and r.gone_at is null";

    private final ExportRows rows;
    private final Transfers transfers;
    private final Clock clock;

    ProjectExport(DataSource database, Transfers transfers, Clock clock) {
        this.rows = new ExportRows(database);
        this.transfers = transfers;
        this.clock = clock;
    }

    public void write(ProjectId project, String product, OutputStream out) throws IOException {
        UUID id = project.value();
        ArchiveWriter archive = new ArchiveWriter(out);
        rows.write(
                archive, Entries.PROJECT, "select name, created_at from project where id = ?", id);
        new DataExport(rows, transfers.data()).write(archive, id);
        rows.write(
                archive,
                Entries.EXPERIMENTS,
                "select id, name, description, version, archived, created_at, updated_at"
                        + " from experiment where project_id = ? and gone_at is null"
                        + " order by created_at, id",
                id);
        rows.write(
                archive,
                Entries.VERSIONS,
                "select v.experiment_id, v.version, v.definition, v.created_at"
                        + " from experiment_version v join experiment e on e.id = v.experiment_id"
                        + " where e.project_id = ? and e.gone_at is null"
                        + " order by v.experiment_id, v.version",
                id);
        rows.write(
                archive,
                Entries.GROUPS,
                "select id, experiment_id, experiment_version, name, seeds, created_at"
                        + " from run_group where project_id = ? order by created_at, id",
                id);
        rows.write(
                archive,
                Entries.RUNS,
                "select id, experiment_id, experiment_version, group_id, name, notes, tags, seed,"
                        + " priority, definition, state, worker, epoch, epochs, loss, val_loss,"
                        + " best, best_epoch, epochs_per_second, checkpoint_epoch, failure_reason,"
                        + " failure_detail, provenance, queued_at, started_at, finished_at, period,"
                        + " zero_loss, zero_val_loss, last_value_loss, last_value_val_loss,"
                        + " seasonal_loss, seasonal_val_loss, warnings, still_falling,"
                        + " parent_run_id, parent_checkpoint_id, parent_epoch"
                        + OF_RUNS
                        + " order by r.queued_at, r.id",
                id);
        rows.write(
                archive,
                Entries.CHECKPOINTS,
                "select c.id, c.run_id, c.epoch, c.loss, c.val_loss, c.best, c.periodic, c.last,"
                        + " c.size, c.sha256, c.parameters_sha256, c.created_at from checkpoint c"
                        + " where c.run_id in (select r.id"
                        + OF_RUNS
                        + ") order by c.run_id, c.epoch",
                id);
        rows.write(
                archive,
                Entries.COMMENTS,
                "select c.run_id, a.name as author, c.text, c.created_at, c.edited_at"
                        + " from run_comment c join account a on a.id = c.author_id"
                        + " where c.deleted_at is null and c.run_id in (select r.id"
                        + OF_RUNS
                        + ") order by c.created_at, c.id",
                id);
        for (UUID run : rows.ids("select r.id" + OF_RUNS + " and r.epoch > 0 order by r.id", id)) {
            archive.entry(Entries.epochs(run), content -> epochs(run, content));
        }
        String saved = "select c.id from checkpoint c where c.run_id in (select r.id" + OF_RUNS;
        for (UUID checkpoint : rows.ids(saved + ") order by c.id", id)) {
            byte[] file = transfers.checkpoints().file(new CheckpointId(checkpoint));
            archive.entry(Entries.weights(checkpoint), content -> content.write(file));
        }
        boolean more = new ModelExport(rows, transfers.models()).write(archive, id);
        more |= new LabExport(rows, transfers.lab()).write(archive, id);
        archive.end(product, more ? Entries.VERSION : Entries.FIRST_VERSION, clock.instant());
    }

    private void epochs(UUID run, OutputStream content) throws IOException {
        content.write((Epochs.HEAD + "\n").getBytes(StandardCharsets.UTF_8));
        rows.query(
                row -> ExportRows.line(content, Epochs.line(row)),
                "select epoch, loss, val_loss from run_epoch where run_id = ? order by epoch",
                run);
    }
}
