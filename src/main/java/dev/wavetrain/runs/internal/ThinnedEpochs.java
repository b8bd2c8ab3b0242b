package dev.wavetrain.runs.internal;

import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.EpochBlocks;
import dev.wavetrain.runs.MetricSeries;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/** The losses of many runs at once, thinned by the database: only what is drawn travels. */
@Component
class ThinnedEpochs {

    /**
     * Buckets of as many epochs as {@link EpochBuckets#size} says: what is not a number tells
     * nothing about how low or high the others were, so the extremes leave it out. The last epoch's
     * value is looked up by its key.
     */
    private static final String BUCKETS =
            """
            select b.run_id, b.last_epoch, e.loss, b.loss_low, b.loss_high,
                   e.val_loss, b.val_low, b.val_high
            from (
                select e.run_id, max(e.epoch) as last_epoch,
                       min(nullif(e.loss, cast('NaN' as double precision))) as loss_low,
                       max(nullif(e.loss, cast('NaN' as double precision))) as loss_high,
                       min(nullif(e.val_loss, cast('NaN' as double precision))) as val_low,
                       max(nullif(e.val_loss, cast('NaN' as double precision))) as val_high
                from run r join run_epoch e on e.run_id = r.id and e.epoch <= r.epoch
                where r.id in (%1$s)
                group by e.run_id, (e.epoch - 1) / (
                    case when (r.epoch + %2$d - 1) / %2$d < %3$d then (r.epoch + %2$d - 1) / %2$d
                         else (r.epoch + %2$d * %3$d - 1) / (%2$d * %3$d) * %3$d end)
            ) b join run_epoch e on e.run_id = b.run_id and e.epoch = b.last_epoch
            order by b.run_id, b.last_epoch
            """;

    private static final int LOSS = 3;
    private static final int VAL_LOSS = 6;

    private final JdbcTemplate jdbc;

    ThinnedEpochs(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * By one query for all of them.
     *
     * @param maxPoints buckets a line at most
     */
    Map<RunId, MetricSeries> of(Collection<UUID> runs, int maxPoints) {
        if (runs.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Buckets> losses = new LinkedHashMap<>();
        Map<UUID, Buckets> valLosses = new LinkedHashMap<>();
        String marks = String.join(", ", Collections.nCopies(runs.size(), "?"));
        jdbc.query(
                BUCKETS.formatted(marks, maxPoints, EpochBlocks.EPOCHS),
                (RowCallbackHandler)
                        row -> {
                            UUID run = row.getObject(1, UUID.class);
                            losses.computeIfAbsent(run, _ -> new Buckets()).add(row, LOSS);
                            valLosses.computeIfAbsent(run, _ -> new Buckets()).add(row, VAL_LOSS);
                        },
                runs.toArray());
        Map<RunId, MetricSeries> series = new LinkedHashMap<>();
        losses.forEach((run, loss) -> {
            LinkedHashMap<String, MetricSeries.Line> lines = new LinkedHashMap<>();
            lines.put(MetricSeries.LOSS, loss.line());
            lines.put(MetricSeries.VAL_LOSS, valLosses.getOrDefault(run, new Buckets()).line());
            series.put(new RunId(run), new MetricSeries(lines, loss.last()));
        });
        return series;
    }

    /** One line as it is read. */
    private static final class Buckets {

        private final List<double[]> rows = new ArrayList<>();

        /**
         * @param column of the value, before those of the lowest and the highest
         */
        void add(ResultSet row, int column) throws SQLException {
            double value = row.getDouble(column);
            if (!row.wasNull()) {
                double low = orNaN(row, column + 1);
                rows.add(new double[] {row.getInt(2), value, low, orNaN(row, column + 2)});
            }
        }

        private static double orNaN(ResultSet row, int column) throws SQLException {
            double value = row.getDouble(column);
            return row.wasNull() ? Double.NaN : value;
        }

        int last() {
            return rows.isEmpty() ? 0 : (int) rows.getLast()[0];
        }

        MetricSeries.Line line() {
            return new MetricSeries.Line(
                    Arrays.stream(column(0)).mapToInt(step -> (int) step).toArray(),
                    column(1),
                    column(2),
                    column(3));
        }

        private double[] column(int at) {
            return rows.stream().mapToDouble(row -> row[at]).toArray();
        }
    }
}
