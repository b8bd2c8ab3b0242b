package dev.wavetrain.sharing.archive;

import dev.wavetrain.lab.LabTransfer;
import java.io.IOException;
import java.util.UUID;

/**
 * Writes kept results of the lab. One that runs of another project are part of is not the project's
 * to give away; of the others what was found for runs in the bin stays behind.
 */
final class LabExport {

    private static final String RUNS_OF =
            "select 1 from lab_entry o join run r on r.id = o.run_id and r.gone_at is null"
                    + " where o.result_id = l.id";

    private static final String ENTRIES =
            " from lab_entry e join lab_result l on l.id = e.result_id"
                    + " join run u on u.id = e.run_id"
                    + " where u.project_id = ? and u.deleted_at is null and u.gone_at is null"
                    + " and l.deleted_at is null"
                    + " and exists (select 1 from lab_entry_part p where p.entry_id = e.id)"
                    + " and not exists ("
                    + RUNS_OF
                    + " and r.project_id <> u.project_id)";

    private final ExportRows rows;
    private final LabTransfer transfer;

    LabExport(ExportRows rows, LabTransfer transfer) {
        this.rows = rows;
        this.transfer = transfer;
    }

    /** Whether there were any. */
    boolean write(ArchiveWriter archive, UUID project) throws IOException {
        if (rows.ids("select e.id" + ENTRIES, project).isEmpty()) {
            return false;
        }
        rows.write(
                archive,
                Entries.LAB,
                "select id, name, question, created_at from lab_result where id in"
                        + " (select e.result_id"
                        + ENTRIES
                        + ") order by created_at, id",
                project);
        rows.write(
                archive,
                Entries.LAB_ENTRIES,
                "select e.id, e.result_id, e.run_id, e.checkpoint_id, e.place, e.epoch"
                        + ENTRIES
                        + " order by e.result_id, e.place",
                project);
        for (UUID entry : rows.ids("select e.id" + ENTRIES + " order by e.id", project)) {
            archive.entry(
                    Entries.findings(entry), content -> content.write(transfer.findings(entry)));
        }
        return true;
    }
}
