package dev.wavetrain.runs.internal;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/** The table {@code run_epoch}, by plain JDBC: there may be millions of rows. */
@Component
class EpochRows {

    private static final int READ_AT_ONCE = 5_000;

    private static final String INSERT =
            """
            insert into run_epoch (run_id, epoch, loss, val_loss)
            select cast(? as uuid), epoch, loss, val_loss
            from unnest(
                cast(? as integer array),
                cast(? as double precision array),
                cast(? as double precision array)) as e (epoch, loss, val_loss)
            """;

    private final JdbcTemplate jdbc;

    EpochRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** By one statement: both databases take longer to run one for each row than to store it. */
    void insert(UUID run, List<EpochRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.update(connection -> {
            PreparedStatement statement = connection.prepareStatement(INSERT);
            statement.setObject(1, run);
            statement.setArray(2, array(connection, "int4", rows, EpochRow::epoch));
            statement.setArray(3, array(connection, "float8", rows, EpochRow::loss));
            statement.setArray(4, array(connection, "float8", rows, EpochRow::valLoss));
            return statement;
        });
    }

    private static Array array(
            Connection connection,
            String type,
            List<EpochRow> rows,
            Function<EpochRow, @Nullable Object> value)
            throws SQLException {
        return connection.createArrayOf(type, rows.stream().map(value).toArray());
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

    private static EpochRow row(ResultSet row) throws SQLException {
        // wasNull speaks of the column read last.
        double valLoss = row.getDouble(3);
        Double known = row.wasNull() ? null : valLoss;
        return new EpochRow(row.getInt(1), row.getDouble(2), known);
    }
}
