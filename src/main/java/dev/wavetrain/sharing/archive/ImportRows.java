package dev.wavetrain.sharing.archive;

import dev.wavetrain.runs.EpochBlocks;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes rows of any table. */
final class ImportRows {

    /** A row's values by their columns. */
    static final class Row {

        private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

        Row with(String column, @Nullable Object value) {
            values.put(
                    column,
                    value instanceof Instant time
                            ? OffsetDateTime.ofInstant(time, ZoneOffset.UTC)
                            : value);
            return this;
        }
    }

    private final JdbcTemplate jdbc;
    private final EpochBlocks blocks;

    ImportRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.blocks = new EpochBlocks(jdbc);
    }

    /** Once all epochs of a run are there. */
    void closeBlocks(UUID run, int epochs) {
        blocks.close(run, 0, epochs);
    }

    void insert(String table, Row row) {
        jdbc.update(
                "insert into %s (%s) values (%s)"
                        .formatted(
                                table,
                                String.join(", ", row.values.keySet()),
                                String.join(", ", Collections.nCopies(row.values.size(), "?"))),
                row.values.values().toArray());
    }

    void insertEpochs(List<Object[]> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(
                    "insert into run_epoch (run_id, epoch, loss, val_loss) values (?, ?, ?, ?)",
                    rows,
                    new int[] {
                        java.sql.Types.OTHER,
                        java.sql.Types.INTEGER,
                        java.sql.Types.DOUBLE,
                        java.sql.Types.DOUBLE
                    });
        }
    }
}
