package dev.wavetrain.data;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Conflict;
import dev.wavetrain.common.DatasetId;
import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.Reason;
import dev.wavetrain.common.Rule;
import dev.wavetrain.data.internal.DatasetRows;
import dev.wavetrain.data.internal.PartRows;
import dev.wavetrain.experiments.DataColumns;
import dev.wavetrain.model.Checksums;
import dev.wavetrain.sequence.ColumnSource;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * The columns of data sets as series. By itself it has those of every data set that is not gone for
 * good: for runs, whose definitions were held to what their makers may use when they were made.
 */
@Component
class StoredColumns implements ColumnSource, DataColumns {

    /** Rows of a column that is learned from: more would be too much for memory. */
    static final int MOST_ROWS = 4_000_000;

    private static final int MOST_TABLES = 500;

    private final DatasetRows rows;
    private final PartRows parts;

    StoredColumns(DatasetRows rows, PartRows parts) {
        this.rows = rows;
        this.parts = parts;
    }

    @Override
    public double[] values(String dataset, String column) {
        return values(dataset, column, found -> true);
    }

    @Override
    public ColumnSource in(ProjectId project) {
        return (dataset, column) ->
                values(
                        dataset,
                        column,
                        found -> found.deletedAt() == null && found.project().equals(project));
    }

    @Override
    public ColumnSource seenBy(Caller caller) {
        return (dataset, column) ->
                values(
                        dataset,
                        column,
                        found -> found.deletedAt() == null && caller.sees(found.project()));
    }

    @Override
    public List<Table> tables(Caller caller, ProjectId project) {
        if (!caller.sees(project)) {
            return List.of();
        }
        return rows.list(List.of(project), 0, MOST_TABLES).stream()
                .map(one ->
                        new Table(
                                one.id().toString(),
                                one.name(),
                                one.rows(),
                                one.numbers().stream().map(ColumnFacts::name).toList()))
                .toList();
    }

    private double[] values(String dataset, String column, Predicate<Dataset> allowed) {
        Dataset found =
                id(dataset)
                        .flatMap(rows::find)
                        .filter(allowed)
                        .orElseThrow(() -> wrong("dataset", Rule.NOT_FOUND));
        ColumnFacts facts = found.column(column).orElseThrow(() -> wrong("column", Rule.NOT_FOUND));
        if (facts.type() != ColumnType.NUMBER) {
            throw wrong("column", Rule.NOT_ALLOWED, why(facts));
        }
        if (found.rows() > MOST_ROWS) {
            throw wrong("dataset", Rule.TOO_LARGE, Reason.ROWS.of(found.rows()), MOST_ROWS);
        }
        return read(found, facts);
    }

    private double[] read(Dataset dataset, ColumnFacts column) {
        double[] values = new double[(int) dataset.rows()];
        MessageDigest digest = Checksums.sha256();
        int[] at = {0};
        parts.read(
                dataset.id(),
                column.place(),
                bytes -> {
                    digest.update(bytes);
                    int count = Math.min(bytes.length / Double.BYTES, values.length - at[0]);
                    ByteBuffer.wrap(bytes)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .asDoubleBuffer()
                            .get(values, at[0], count);
                    at[0] += count;
                });
        if (!HexFormat.of().formatHex(digest.digest()).equals(column.sha256())) {
            throw new Conflict(
                    "The numbers of the column \"%s\" are not those that were stored."
                            .formatted(column.name()));
        }
        return values;
    }

    private static Object why(ColumnFacts column) {
        ColumnFacts.Odd odd = column.odd();
        if (odd != null) {
            return Reason.NO_NUMBER_AT.of(odd.line(), odd.value());
        }
        return switch (column.type()) {
            case TIME -> Reason.HAS_TIMES;
            case EMPTY -> Reason.HAS_NOTHING;
            default -> Reason.HAS_TEXT;
        };
    }

    private static Optional<DatasetId> id(String text) {
        try {
            return Optional.of(new DatasetId(UUID.fromString(text)))
                    .filter(id -> id.toString().equals(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private static InvalidValue wrong(String field, Rule rule, Object... arguments) {
        return new InvalidValue(new FieldError(field, rule, arguments));
    }
}
