package dev.wavetrain.data.internal;

import dev.wavetrain.common.DatasetId;
import dev.wavetrain.common.ExperimentId;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.UserId;
import dev.wavetrain.data.ColumnFacts;
import dev.wavetrain.data.ColumnType;
import dev.wavetrain.data.Dataset;
import dev.wavetrain.data.Dataset.Use;
import dev.wavetrain.data.DecimalSign;
import dev.wavetrain.data.Encoding;
import dev.wavetrain.data.Separator;
import dev.wavetrain.data.TableFormat;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Data sets and their columns' facts. What is gone for good is in no answer. */
@Component
public class DatasetRows {

    private static final String SELECT = "select * from dataset where gone_at is null and ";

    private final JdbcClient jdbc;

    DatasetRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Its row alone: parts of its columns may follow. */
    public void insert(Dataset dataset, int partRows) {
        TableFormat format = dataset.format();
        jdbc.sql(
                        "insert into dataset (id, project_id, owner_id, owner_name, name, file_name, size,"
                                + " sha256, encoding, field_separator, decimal_sign, header, row_count,"
                                + " part_rows, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                                + " ?, ?)")
                .params(
                        dataset.id().value(),
                        dataset.project().value(),
                        dataset.owner().value(),
                        dataset.ownerName(),
                        dataset.name(),
                        dataset.fileName(),
                        dataset.bytes(),
                        dataset.sha256(),
                        format.encoding().name(),
                        format.separator().name(),
                        format.decimal().name(),
                        format.header(),
                        dataset.rows(),
                        partRows,
                        OffsetDateTime.ofInstant(dataset.createdAt(), ZoneOffset.UTC))
                .update();
    }

    /** What was found out when its rows were read. */
    public void complete(DatasetId id, long rows, List<ColumnFacts> columns) {
        jdbc.sql("update dataset set row_count = ? where id = ?").params(rows, id.value()).update();
        columns.forEach(column -> insert(id, column));
    }

    /** What is known of one column. */
    public void insert(DatasetId dataset, ColumnFacts column) {
        ColumnFacts.Numbers numbers = column.numbers();
        ColumnFacts.Odd odd = column.odd();
        jdbc.sql(
                        "insert into dataset_column (id, dataset_id, place, name, type, missing, least,"
                                + " greatest, mean, deviation, first_value, last_value, odd_line,"
                                + " odd_value, sha256) values (:id, :dataset, :place, :name, :type,"
                                + " :missing, :least, :greatest, :mean, :deviation, :first, :last,"
                                + " :oddLine, :oddValue, :sha256)")
                .param("id", UUID.randomUUID())
                .param("dataset", dataset.value())
                .param("place", column.place())
                .param("name", column.name())
                .param("type", column.type().name())
                .param("missing", column.missing())
                .param("least", numbers == null ? null : numbers.least())
                .param("greatest", numbers == null ? null : numbers.greatest())
                .param("mean", numbers == null ? null : numbers.mean())
                .param("deviation", numbers == null ? null : numbers.deviation())
                .param("first", column.first())
                .param("last", column.last())
                .param("oddLine", odd == null ? null : odd.line())
                .param("oddValue", odd == null ? null : odd.value())
                .param("sha256", column.sha256())
                .update();
    }

    /** In the bin or not. */
    public Optional<Dataset> find(DatasetId id) {
        return whole(jdbc.sql(SELECT + "id = ?").param(id.value()).query(DatasetRows::row).list())
                .stream()
                .findFirst();
    }

    /** As {@link #find}, and stays as it is until the transaction ends. */
    public Optional<Dataset> lock(DatasetId id) {
        return whole(
                        jdbc.sql(SELECT + "id = ? for update")
                                .param(id.value())
                                .query(DatasetRows::row)
                                .list())
                .stream()
                .findFirst();
    }

    /** Those that are not in the bin, the newest first. */
    public List<Dataset> list(Collection<ProjectId> projects, int from, int most) {
        if (projects.isEmpty()) {
            return List.of();
        }
        return whole(
                jdbc.sql(
                                SELECT
                                        + "deleted_at is null and project_id in (:projects)"
                                        + " order by created_at desc, id offset :from rows fetch first :most rows only")
                        .param("from", from)
                        .param("projects", projects.stream().map(ProjectId::value).toList())
                        .param("most", most)
                        .query(DatasetRows::row)
                        .list());
    }

    /** How many those are. */
    public long count(Collection<ProjectId> projects) {
        if (projects.isEmpty()) {
            return 0;
        }
        return jdbc.sql(
                        "select count(*) from dataset where gone_at is null and deleted_at is null"
                                + " and project_id in (:projects)")
                .param("projects", projects.stream().map(ProjectId::value).toList())
                .query(Long.class)
                .single();
    }

    public void rename(DatasetId id, String name) {
        jdbc.sql("update dataset set name = ? where id = ?").params(name, id.value()).update();
    }

    /**
     * @param since null to take it out of the bin
     */
    public void bin(DatasetId id, @Nullable Instant since) {
        jdbc.sql("update dataset set deleted_at = :since where id = :id")
                .param(
                        "since",
                        since == null ? null : OffsetDateTime.ofInstant(since, ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }

    /** Experiments whose definition is of the data set now, and that are not archived. */
    public List<Use> uses(Dataset dataset) {
        return jdbc.sql(
                        "select e.id, e.name from experiment e join experiment_version v"
                                + " on v.experiment_id = e.id and v.version = e.version"
                                + " where e.project_id = ? and not e.archived and e.gone_at is null"
                                + " and v.definition like ? order by e.updated_at desc, e.id")
                .params(dataset.project().value(), "%\"dataset\":\"" + dataset.id() + "\"%")
                .query((row, _) ->
                        new Use(
                                new ExperimentId(row.getObject("id", UUID.class)),
                                row.getString("name")))
                .list();
    }

    private List<Dataset> whole(List<Dataset> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<ColumnFacts>> columns = new HashMap<>();
        RowCallbackHandler collect =
                row ->
                        columns.computeIfAbsent(
                                        row.getObject("dataset_id", UUID.class),
                                        _ -> new ArrayList<>())
                                .add(column(row));
        jdbc.sql("select * from dataset_column where dataset_id in (:ids) order by place")
                .param("ids", found.stream().map(one -> one.id().value()).toList())
                .query(collect);
        return found.stream()
                .map(one -> one.with(columns.getOrDefault(one.id().value(), List.of())))
                .toList();
    }

    private static Dataset row(ResultSet row, int number) throws SQLException {
        OffsetDateTime deleted = row.getObject("deleted_at", OffsetDateTime.class);
        return new Dataset(
                new DatasetId(row.getObject("id", UUID.class)),
                new ProjectId(row.getObject("project_id", UUID.class)),
                new UserId(row.getObject("owner_id", UUID.class)),
                row.getString("owner_name"),
                row.getString("name"),
                row.getString("file_name"),
                row.getLong("size"),
                row.getString("sha256"),
                new TableFormat(
                        Encoding.valueOf(row.getString("encoding")),
                        Separator.valueOf(row.getString("field_separator")),
                        DecimalSign.valueOf(row.getString("decimal_sign")),
                        row.getBoolean("header")),
                row.getLong("row_count"),
                List.of(),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                deleted == null ? null : deleted.toInstant());
    }

    private static ColumnFacts column(ResultSet row) throws SQLException {
        ColumnType type = ColumnType.valueOf(row.getString("type"));
        String odd = row.getString("odd_value");
        return new ColumnFacts(
                row.getInt("place"),
                row.getString("name"),
                type,
                row.getLong("missing"),
                type == ColumnType.NUMBER
                        ? new ColumnFacts.Numbers(
                                row.getDouble("least"),
                                row.getDouble("greatest"),
                                row.getDouble("mean"),
                                row.getDouble("deviation"))
                        : null,
                row.getString("first_value"),
                row.getString("last_value"),
                odd == null ? null : new ColumnFacts.Odd(row.getLong("odd_line"), odd),
                row.getString("sha256"));
    }
}
