package dev.wavetrain.data;

import dev.wavetrain.common.DatasetId;
import dev.wavetrain.common.ExperimentId;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A table that somebody brought.
 *
 * @param fileName what it came as
 * @param bytes of the file
 * @param sha256 of the file
 * @param columns in the file's order
 * @param deletedAt since when it is in the bin; null where it is not
 */
public record Dataset(
        DatasetId id,
        ProjectId project,
        UserId owner,
        String ownerName,
        String name,
        String fileName,
        long bytes,
        String sha256,
        TableFormat format,
        long rows,
        List<ColumnFacts> columns,
        Instant createdAt,
        @Nullable Instant deletedAt) {

    public static final int LONGEST_NAME = 200;

    /** An experiment that learns from it. */
    public record Use(ExperimentId experiment, String name) {}

    public Dataset {
        columns = List.copyOf(columns);
    }

    public Optional<ColumnFacts> column(String wanted) {
        return columns.stream().filter(column -> column.name().equals(wanted)).findFirst();
    }

    /** Those that can be learned from. */
    public List<ColumnFacts> numbers() {
        return columns.stream().filter(column -> column.type() == ColumnType.NUMBER).toList();
    }

    /** The same with its columns. */
    public Dataset with(List<ColumnFacts> all) {
        return new Dataset(
                id, project, owner, ownerName, name, fileName, bytes, sha256, format, rows, all,
                createdAt, deletedAt);
    }
}
