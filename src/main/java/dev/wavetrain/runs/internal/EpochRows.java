package dev.wavetrain.runs.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table {@code run_epoch}, by plain JDBC: there may be millions of rows. */
@Component
class EpochRows {

    private static final int READ_AT_ONCE = 5_000;

    private final JdbcTemplate jdbc;

    EpochRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID run, List<EpochRow> rows) {
        jdbc.batchUpdate(
                "insert into run_epoch (run_id, epoch, loss, val_loss) values (?, ?, ?, ?)",
                rows,
                Math.max(1, rows.size()),
                (statement, row) -> set(statement, run, row));
    }

    /**
     * Hands over the epochs after one, ascending, reading some thousands at a time: the memory
     * needed does not grow with the run, in either database.
     */
    void forEach(UUID run, int after, int upTo, Consumer<EpochRow> reader) {
        int last = after;
        while (last < upTo) {
            List<EpochRow> rows =
                    jdbc.query(
                            "select epoch, loss, val_loss from run_epoch where run_id = ?"
                                    + " and epoch > ? and epoch <= ? order by epoch limit ?",
                            (row, _) -> row(row),
                            run,
                            last,
                            upTo,
                            READ_AT_ONCE);
            rows.forEach(reader);
            if (rows.size() < READ_AT_ONCE) {
                return;
            }
            last = rows.getLast().epoch();
        }
    }

    /** The last epoch stored; 0 where there is none. */
    int last(UUID run) {
        Integer last =
                jdbc.queryForObject(
                        "select coalesce(max(epoch), 0) from run_epoch where run_id = ?",
                        Integer.class,
                        run);
        return last == null ? 0 : last;
    }

    /** Those of the given epochs that are stored, ascending. */
    List<EpochRow> at(UUID run, List<Integer> epochs) {
        if (epochs.isEmpty()) {
            return List.of();
        }
        String marks = String.join(", ", epochs.stream().map(_ -> "?").toList());
        Object[] arguments = new Object[epochs.size() + 1];
        arguments[0] = run;
        for (int i = 0; i < epochs.size(); i++) {
            arguments[i + 1] = epochs.get(i);
        }
        return jdbc.query(
                "select epoch, loss, val_loss from run_epoch where run_id = ? and epoch in ("
                        + marks
                        + ") order by epoch",
                (row, _) -> row(row),
                arguments);
    }

    private static void set(PreparedStatement statement, UUID run, EpochRow row)
            throws SQLException {
        statement.setObject(1, run);
        statement.setInt(2, row.epoch());
        statement.setDouble(3, row.loss());
        if (row.valLoss() == null) {
            statement.setNull(4, Types.DOUBLE);
        } else {
            statement.setDouble(4, row.valLoss());
        }
    }

    private static EpochRow row(ResultSet row) throws SQLException {
        // wasNull speaks of the column read last.
        double valLoss = row.getDouble(3);
        Double known = row.wasNull() ? null : valLoss;
        return new EpochRow(row.getInt(1), row.getDouble(2), known);
    }
}
