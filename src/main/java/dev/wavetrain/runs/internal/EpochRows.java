package dev.wavetrain.runs.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
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

    /**
     * Evenly spaced epochs of each run, the last among them, ascending: by one query for all runs,
     * each epoch looked up by its key. Which epochs is worked out in a query of its own, as H2
     * would else join every epoch of a run with every place.
     *
     * @param points at most so many each
     */
    Map<UUID, List<EpochRow>> spread(Collection<UUID> runs, int points) {
        if (runs.isEmpty()) {
            return Map.of();
        }
        String places =
                IntStream.rangeClosed(1, points)
                        .mapToObj(i -> "(" + i + ")")
                        .collect(Collectors.joining(", "));
        String marks = String.join(", ", Collections.nCopies(runs.size(), "?"));
        Map<UUID, List<EpochRow>> found = new HashMap<>();
        jdbc.query(
                "select e.epoch, e.loss, e.val_loss, e.run_id from ("
                        + "select distinct r.id, cast(cast(r.epoch as bigint) * place.n / "
                        + points
                        + " as integer) as epoch from run r cross join (values "
                        + places
                        + ") as place (n) where r.id in ("
                        + marks
                        + ")) wanted join run_epoch e on e.run_id = wanted.id"
                        + " and e.epoch = wanted.epoch order by e.run_id, e.epoch",
                (RowCallbackHandler)
                        row ->
                                found.computeIfAbsent(
                                                row.getObject(4, UUID.class),
                                                _ -> new ArrayList<>())
                                        .add(row(row)),
                runs.toArray());
        return found;
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
