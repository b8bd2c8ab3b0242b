package dev.wavetrain.registry.internal;

import dev.wavetrain.common.CheckpointId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.model.Cell;
import dev.wavetrain.registry.ModelVersion;
import dev.wavetrain.sequence.Task;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A row of {@code named_model_version}. */
final class VersionRow {

    private VersionRow() {}

    /** Without its aliases. */
    static ModelVersion read(ResultSet row, int number) throws SQLException {
        double valLoss = row.getDouble("val_loss");
        Double known = row.wasNull() ? null : valLoss;
        return new ModelVersion(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                origin(row, known),
                new ModelVersion.Shape(
                        Task.valueOf(row.getString("task")),
                        row.getInt("steps"),
                        row.getInt("features"),
                        Cell.valueOf(row.getString("cell")),
                        units(row.getString("units"))),
                row.getLong("size"),
                row.getString("sha256"),
                row.getString("note"),
                row.getString("made_by_name"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                List.of());
    }

    private static ModelVersion.Origin origin(ResultSet row, @Nullable Double valLoss)
            throws SQLException {
        return new ModelVersion.Origin(
                new RunId(row.getObject("run_id", UUID.class)),
                row.getString("run_name"),
                new CheckpointId(row.getObject("checkpoint_id", UUID.class)),
                row.getInt("epoch"),
                row.getDouble("loss"),
                valLoss);
    }

    private static List<Integer> units(String words) {
        return Stream.of(words.split(" ")).map(Integer::valueOf).toList();
    }
}
