package dev.wavetrain.sharing.archive;

import dev.wavetrain.checkpoints.CheckpointStore;
import dev.wavetrain.common.CheckpointId;
import dev.wavetrain.common.DatasetId;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.data.DataTransfer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a project as an archive: what is in it and not in the bin. Has to be called in a
 * transaction that sees one state of the database; memory does not grow with the project.
 */
@Component
public class ProjectExport {

    private static final int READ_AT_ONCE = 200;

    private static final String OF_RUNS =
            " from run r where r.project_id = ? and r.deleted_at is null and r.gone_at is null";

    private static final String OF_DATASETS =
            " from dataset d where d.project_id = ? and d.deleted_at is null and d.gone_at is null";

    /** A column of numbers. */
    private record Column(UUID dataset, int place) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcTemplate jdbc;
    private final CheckpointStore checkpoints;
    private final DataTransfer transfer;
    private final Clock clock;

    ProjectExport(
            DataSource database, CheckpointStore checkpoints, DataTransfer transfer, Clock clock) {
        this.transfer = transfer;
        this.jdbc = new JdbcTemplate(database);
        this.checkpoints = checkpoints;
        this.clock = clock;
        jdbc.setFetchSize(READ_AT_ONCE);
    }

    public void write(ProjectId project, String product, OutputStream out) throws IOException {
        UUID id = project.value();
        ArchiveWriter archive = new ArchiveWriter(out);
        rows(archive, Entries.PROJECT, "select name, created_at from project where id = ?", id);
        datasets(archive, id);
        rows(
                archive,
                Entries.EXPERIMENTS,
                "select id, name, description, version, archived, created_at, updated_at"
                        + " from experiment where project_id = ? and gone_at is null"
                        + " order by created_at, id",
                id);
        rows(
                archive,
                Entries.VERSIONS,
                "select v.experiment_id, v.version, v.definition, v.created_at"
                        + " from experiment_version v join experiment e on e.id = v.experiment_id"
                        + " where e.project_id = ? and e.gone_at is null"
                        + " order by v.experiment_id, v.version",
                id);
        rows(
                archive,
                Entries.GROUPS,
                "select id, experiment_id, experiment_version, name, seeds, created_at"
                        + " from run_group where project_id = ? order by created_at, id",
                id);
        rows(
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
        rows(
                archive,
                Entries.CHECKPOINTS,
                "select c.id, c.run_id, c.epoch, c.loss, c.val_loss, c.best, c.periodic, c.last,"
                        + " c.size, c.sha256, c.parameters_sha256, c.created_at from checkpoint c"
                        + " where c.run_id in (select r.id"
                        + OF_RUNS
                        + ") order by c.run_id, c.epoch",
                id);
        rows(
                archive,
                Entries.COMMENTS,
                "select c.run_id, a.name as author, c.text, c.created_at, c.edited_at"
                        + " from run_comment c join account a on a.id = c.author_id"
                        + " where c.deleted_at is null and c.run_id in (select r.id"
                        + OF_RUNS
                        + ") order by c.created_at, c.id",
                id);
        for (UUID run : ids("select r.id" + OF_RUNS + " and r.epoch > 0 order by r.id", id)) {
            archive.entry(Entries.epochs(run), content -> epochs(run, content));
        }
        String saved = "select c.id from checkpoint c where c.run_id in (select r.id" + OF_RUNS;
        for (UUID checkpoint : ids(saved + ") order by c.id", id)) {
            byte[] file = checkpoints.file(new CheckpointId(checkpoint));
            archive.entry(Entries.weights(checkpoint), content -> content.write(file));
        }
        archive.end(product, clock.instant());
    }

    /** Nothing where there are none: then the archive is as it was before there were any. */
    private void datasets(ArchiveWriter archive, UUID project) throws IOException {
        if (ids("select d.id" + OF_DATASETS, project).isEmpty()) {
            return;
        }
        rows(
                archive,
                Entries.DATASETS,
                "select id, name, file_name, size, sha256, encoding, field_separator, decimal_sign,"
                        + " header, row_count, created_at"
                        + OF_DATASETS
                        + " order by d.created_at, d.id",
                project);
        String columns =
                " from dataset_column c where c.dataset_id in (select d.id" + OF_DATASETS + ")";
        rows(
                archive,
                Entries.COLUMNS,
                "select dataset_id, place, name, type, missing, least, greatest, mean, deviation,"
                        + " first_value, last_value, odd_line, odd_value, sha256"
                        + columns
                        + " order by c.dataset_id, c.place",
                project);
        List<Column> numbers =
                jdbc.query(
                        "select dataset_id, place"
                                + columns
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

    private List<UUID> ids(String sql, UUID project) {
        return jdbc.query(sql, (row, _) -> row.getObject(1, UUID.class), project);
    }

    private void rows(ArchiveWriter archive, String name, String sql, UUID project)
            throws IOException {
        archive.entry(name, content -> query(row -> line(content, json(row)), sql, project));
    }

    private void epochs(UUID run, OutputStream content) throws IOException {
        content.write((Epochs.HEAD + "\n").getBytes(StandardCharsets.UTF_8));
        query(
                row -> line(content, Epochs.line(row)),
                "select epoch, loss, val_loss from run_epoch where run_id = ? order by epoch",
                run);
    }

    private void query(RowCallbackHandler reader, String sql, UUID id) throws IOException {
        try {
            jdbc.query(sql, reader, id);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void line(OutputStream content, String line) {
        try {
            content.write(line.getBytes(StandardCharsets.UTF_8));
            content.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String json(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            put(json, columns.getColumnLabel(i).toLowerCase(Locale.ROOT), row, i, columns);
        }
        return JSON.writeValueAsString(json);
    }

    private static void put(
            ObjectNode json, String name, ResultSet row, int i, ResultSetMetaData columns)
            throws SQLException {
        if (row.getObject(i) == null) {
            json.putNull(name);
            return;
        }
        switch (columns.getColumnType(i)) {
            case Types.BOOLEAN, Types.BIT -> json.put(name, row.getBoolean(i));
            case Types.INTEGER, Types.BIGINT, Types.SMALLINT -> json.put(name, row.getLong(i));
            case Types.DOUBLE, Types.FLOAT -> real(json, name, row.getDouble(i));
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
                    json.put(name, row.getObject(i, OffsetDateTime.class).toInstant().toString());
            default -> json.put(name, row.getString(i));
        }
    }

    private static void real(ObjectNode json, String name, double value) {
        if (Double.isFinite(value)) {
            json.put(name, value);
        } else {
            json.put(name, String.valueOf(value));
        }
    }
}
