package dev.wavetrain.sharing.archive;

import dev.wavetrain.common.DatasetId;
import dev.wavetrain.data.DataTransfer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;

/** Writes a project's data sets; nothing where there are none. */
final class DataExport {

    private static final String OF_DATASETS =
            " from dataset d where d.project_id = ? and d.deleted_at is null and d.gone_at is null";

    private static final String COLUMNS =
            " from dataset_column c where c.dataset_id in (select d.id" + OF_DATASETS + ")";

    /** A column of numbers. */
    private record Column(UUID dataset, int place) {}

    private final ExportRows rows;
    private final DataTransfer transfer;

    DataExport(ExportRows rows, DataTransfer transfer) {
        this.rows = rows;
        this.transfer = transfer;
    }

    void write(ArchiveWriter archive, UUID project) throws IOException {
        if (rows.ids("select d.id" + OF_DATASETS, project).isEmpty()) {
            return;
        }
        rows.write(
                archive,
                Entries.DATASETS,
                "select id, name, file_name, size, sha256, encoding, field_separator, decimal_sign,"
                        + " header, row_count, created_at"
                        + OF_DATASETS
                        + " order by d.created_at, d.id",
                project);
        rows.write(
                archive,
                Entries.COLUMNS,
                "select dataset_id, place, name, type, missing, least, greatest, mean, deviation,"
                        + " first_value, last_value, odd_line, odd_value, sha256"
                        + COLUMNS
                        + " order by c.dataset_id, c.place",
                project);
        List<Column> numbers =
                rows.list(
                        "select dataset_id, place"
                                + COLUMNS
                                + " and c.type = 'NUMBER' order by c.dataset_id, c.place",
                        (row, _) -> new Column(row.getObject(1, UUID.class), row.getInt(2)),
                        project);
        for (Column column : numbers) {
            archive.entry(
                    Entries.numbers(column.dataset(), column.place()),
                    content -> numbers(column, content));
        }
    }

    private void numbers(Column column, OutputStream content) throws IOException {
        try {
            transfer.numbers(
                    new DatasetId(column.dataset()), column.place(), part -> write(content, part));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void write(OutputStream content, byte[] bytes) {
        try {
            content.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
