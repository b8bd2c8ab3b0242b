package dev.wavetrain.checkpoints.internal;

import dev.wavetrain.checkpoints.CheckpointDetails;
import dev.wavetrain.common.CheckpointId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.training.Label;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code checkpoint}. */
public final class CheckpointRows {

    private static final String COLUMNS =
            "id, run_id, epoch, loss, val_loss, best, periodic, last, size, sha256,"
                    + " parameters_sha256, created_at";

    private final JdbcClient jdbc;

    public CheckpointRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(CheckpointDetails row) {
        jdbc.sql("insert into checkpoint (" + COLUMNS + ") values (?,?,?,?,?,?,?,?,?,?,?,?)")
                .param(row.id().value())
                .param(row.run().value())
                .param(row.epoch())
                .param(row.loss())
                .param(row.valLoss())
                .param(row.labels().contains(Label.BEST))
                .param(row.labels().contains(Label.PERIODIC))
                .param(row.labels().contains(Label.LAST))
                .param(row.bytes())
                .param(row.sha256())
                .param(row.parametersSha256())
                .param(OffsetDateTime.ofInstant(row.createdAt(), ZoneOffset.UTC))
                .update();
    }

    public void label(CheckpointId id, Set<Label> labels) {
        jdbc.sql("update checkpoint set best = ?, periodic = ?, last = ? where id = ?")
                .param(labels.contains(Label.BEST))
                .param(labels.contains(Label.PERIODIC))
                .param(labels.contains(Label.LAST))
                .param(id.value())
                .update();
    }

    public void delete(CheckpointId id) {
        jdbc.sql("delete from checkpoint where id = ?").param(id.value()).update();
    }

    public List<CheckpointDetails> ofRun(RunId run) {
        return jdbc.sql("select " + COLUMNS + " from checkpoint where run_id = ? order by epoch")
                .param(run.value())
                .query(CheckpointRows::row)
                .list();
    }

    public Optional<CheckpointDetails> find(CheckpointId id) {
        return jdbc.sql("select " + COLUMNS + " from checkpoint where id = ?")
                .param(id.value())
                .query(CheckpointRows::row)
                .optional();
    }

    private static CheckpointDetails row(ResultSet row, int number) throws SQLException {
        return new CheckpointDetails(
                new CheckpointId(row.getObject("id", UUID.class)),
                new RunId(row.getObject("run_id", UUID.class)),
                row.getInt("epoch"),
                row.getDouble("loss"),
                nullable(row, "val_loss"),
                labels(row),
                row.getLong("size"),
                row.getString("sha256"),
                row.getString("parameters_sha256"),
                instant(row));
    }

    private static @Nullable Double nullable(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject("created_at", OffsetDateTime.class).toInstant();
    }

    private static Set<Label> labels(ResultSet row) throws SQLException {
        Collection<Label> labels = EnumSet.noneOf(Label.class);
        if (row.getBoolean("best")) {
            labels.add(Label.BEST);
        }
        if (row.getBoolean("periodic")) {
            labels.add(Label.PERIODIC);
        }
        if (row.getBoolean("last")) {
            labels.add(Label.LAST);
        }
        return Set.copyOf(labels);
    }
}
