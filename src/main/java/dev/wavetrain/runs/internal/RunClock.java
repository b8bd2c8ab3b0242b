package dev.wavetrain.runs.internal;

import dev.wavetrain.runs.compare.EpochTimes;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/**
 * The table {@code run_clock}: how long runs had trained when some of their epochs ended. A row at
 * the end of a batch, but only where the time has grown by a fiftieth or so since the last: a chart
 * hardly shows less, and a week of ten batches a second leaves some hundred rows.
 */
@Component
class RunClock {

    private static final double STEP = Math.log(1.02);

    /** The run has the time of its last epoch, which needs no row. */
    private static final String READ =
            """
            select c.run_id, c.epoch, c.trained_seconds
            from run r join run_clock c on c.run_id = r.id
            where r.id in (%1$s) and r.trained_seconds is not null
            union all
            select id, epoch, trained_seconds
            from run where id in (%1$s) and epoch > 0 and trained_seconds is not null
            """;

    private final JdbcTemplate jdbc;

    RunClock(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * In the transaction that stores the epochs between the two.
     *
     * @param before where the run stood before a batch
     * @param after where it stands after it
     */
    void store(UUID run, Progress before, Progress after) {
        Double began = before.trained();
        Double ended = after.trained();
        if (began != null && ended != null && ticks(began, ended)) {
            jdbc.update(
                    "insert into run_clock (run_id, epoch, trained_seconds) values (?, ?, ?)",
                    run,
                    after.epoch(),
                    ended);
        }
    }

    /** Whether a mark lies between: marks are as far apart as {@link #STEP} by their logarithms. */
    static boolean ticks(double before, double after) {
        return Math.floor(Math.log(before) / STEP) < Math.floor(Math.log(after) / STEP);
    }

    /** By one query; runs whose times are not known are left out. */
    Map<UUID, EpochTimes> of(Collection<UUID> runs) {
        if (runs.isEmpty()) {
            return Map.of();
        }
        String marks = String.join(", ", Collections.nCopies(runs.size(), "?"));
        Map<UUID, TreeMap<Integer, Double>> read = new HashMap<>();
        jdbc.query(
                READ.formatted(marks),
                (RowCallbackHandler)
                        row ->
                                read.computeIfAbsent(
                                                row.getObject(1, UUID.class), _ -> new TreeMap<>())
                                        .put(row.getInt(2), row.getDouble(3)),
                Stream.concat(runs.stream(), runs.stream()).toArray());
        Map<UUID, EpochTimes> times = new HashMap<>();
        read.forEach((run, rows) -> times.put(run, times(rows)));
        return times;
    }

    private static EpochTimes times(TreeMap<Integer, Double> rows) {
        return new EpochTimes(
                rows.keySet().stream().mapToInt(Integer::intValue).toArray(),
                rows.values().stream().mapToDouble(Double::doubleValue).toArray());
    }
}
