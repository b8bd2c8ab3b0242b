package dev.wavetrain.runs.internal;

import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.EpochBlocks;
import dev.wavetrain.runs.MetricSeries;
import dev.wavetrain.runs.compare.ComparedCurve;
import dev.wavetrain.runs.compare.EpochTimes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/** The losses of many runs at once, thinned by the database: only what is drawn travels. */
@Component
class ThinnedEpochs {

    /** The last epoch's values are looked up by its key. */
    private static final String BUCKETS =
            """
            select b.run_id, b.last_epoch, e.loss, b.loss_low, b.loss_high,
                   e.val_loss, b.val_low, b.val_high, b.blocks
            from (%s) b join run_epoch e on e.run_id = b.run_id and e.epoch = b.last_epoch
            order by b.run_id, b.last_epoch
            """;

    /**
     * Buckets of as many epochs as {@link EpochBuckets#size} says: what is not a number tells
     * nothing about how low or high the others were, so the extremes leave it out.
     */
    private static final String BY_EPOCH =
            """
            select e.run_id, max(e.epoch) as last_epoch, 0 as blocks,
                   min(nullif(e.loss, cast('NaN' as double precision))) as loss_low,
                   max(nullif(e.loss, cast('NaN' as double precision))) as loss_high,
                   min(nullif(e.val_loss, cast('NaN' as double precision))) as val_low,
                   max(nullif(e.val_loss, cast('NaN' as double precision))) as val_high
            from run r join run_epoch e on e.run_id = r.id and e.epoch <= r.epoch
            where r.id in (%1$s)
            group by e.run_id, (e.epoch - 1) / (
                case when (r.epoch + %2$d - 1) / %2$d < %3$d then (r.epoch + %2$d - 1) / %2$d
                     else (r.epoch + %2$d * %3$d - 1) / (%2$d * %3$d) * %3$d end)
            """;

    /**
     * The same where buckets are whole blocks. The epochs after the last are in no block yet: which
     * these are is worked out first, as PostgreSQL would read all epochs of a run to find those
     * that are between two numbers of another table's.
     */
    private static final String BY_BLOCK =
            """
            select s.run_id, max(s.epoch) as last_epoch, sum(s.blocks) as blocks,
                   min(s.loss_low) as loss_low, max(s.loss_high) as loss_high,
                   min(s.val_low) as val_low, max(s.val_high) as val_high
            from (
                select b.run_id, b.epoch, r.epoch as epochs, 1 as blocks,
                       b.loss_low, b.loss_high, b.val_low, b.val_high
                from run r join run_epoch_block b on b.run_id = r.id and b.epoch <= r.epoch
                where r.id in (%1$s)
                union all
                select e.run_id, e.epoch, late.epochs, 0,
                       nullif(e.loss, cast('NaN' as double precision)),
                       nullif(e.loss, cast('NaN' as double precision)),
                       nullif(e.val_loss, cast('NaN' as double precision)),
                       nullif(e.val_loss, cast('NaN' as double precision))
                from (
                    select distinct r.id, r.epoch as epochs, r.epoch - place.n as epoch
                    from run r cross join (values %4$s) as place (n)
                    where r.id in (%1$s) and place.n < mod(r.epoch, %3$d)
                ) late join run_epoch e on e.run_id = late.id and e.epoch = late.epoch
            ) s
            group by s.run_id,
                (s.epoch - 1) / ((s.epochs + %2$d * %3$d - 1) / (%2$d * %3$d) * %3$d)
            """;

    /** How many epochs a run may be past its last block, but one. */
    private static final String PLACES =
            IntStream.range(0, EpochBlocks.EPOCHS - 1)
                    .mapToObj(n -> "(" + n + ")")
                    .collect(Collectors.joining(", "));

    private static final int LOSS = 3;
    private static final int VAL_LOSS = 6;
    private static final int WHOLE_BLOCKS = 9;

    private final JdbcTemplate jdbc;
    private final RunClock clock;

    ThinnedEpochs(JdbcTemplate jdbc, RunClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * By one query for all whose buckets are whole blocks, one for all others, and one for when the
     * buckets ended. Where blocks are missing, as an older process stored the epochs alone, each
     * epoch is read.
     *
     * @param runs with their last epochs
     * @param maxPoints buckets a line at most
     */
    Map<RunId, ComparedCurve> of(Map<UUID, Integer> runs, int maxPoints) {
        List<UUID> byBlock = new ArrayList<>();
        List<UUID> byEpoch = new ArrayList<>();
        runs.forEach((run, last) ->
                (EpochBuckets.size(last, maxPoints) < EpochBlocks.EPOCHS ? byEpoch : byBlock)
                        .add(run));
        Map<UUID, Curve> found = read(BY_BLOCK, byBlock, maxPoints);
        byBlock.stream()
                .filter(run -> found.containsKey(run) && !found.get(run).isWhole())
                .forEach(byEpoch::add);
        found.putAll(read(BY_EPOCH, byEpoch, maxPoints));
        Map<UUID, EpochTimes> times = clock.of(found.keySet());
        Map<RunId, ComparedCurve> curves = new LinkedHashMap<>();
        found.forEach((run, curve) ->
                curves.put(new RunId(run), curve.with(times.getOrDefault(run, EpochTimes.NONE))));
        return curves;
    }

    private Map<UUID, Curve> read(String source, List<UUID> runs, int maxPoints) {
        Map<UUID, Curve> curves = new LinkedHashMap<>();
        if (runs.isEmpty()) {
            return curves;
        }
        String marks = String.join(", ", Collections.nCopies(runs.size(), "?"));
        boolean twice = source.equals(BY_BLOCK);
        jdbc.query(
                BUCKETS.formatted(source.formatted(marks, maxPoints, EpochBlocks.EPOCHS, PLACES)),
                (RowCallbackHandler)
                        row ->
                                curves.computeIfAbsent(
                                                row.getObject(1, UUID.class), _ -> new Curve())
                                        .add(row),
                (twice ? Stream.concat(runs.stream(), runs.stream()) : runs.stream()).toArray());
        return curves;
    }

    /** One run as it is read. */
    private static final class Curve {

        private final Buckets loss = new Buckets();
        private final Buckets valLoss = new Buckets();
        private int blocks;

        void add(ResultSet row) throws SQLException {
            loss.add(row, LOSS);
            valLoss.add(row, VAL_LOSS);
            blocks += row.getInt(WHOLE_BLOCKS);
        }

        boolean isWhole() {
            return blocks * EpochBlocks.EPOCHS == EpochBlocks.whole(loss.last());
        }

        ComparedCurve with(EpochTimes times) {
            LinkedHashMap<String, MetricSeries.Line> lines = new LinkedHashMap<>();
            lines.put(MetricSeries.LOSS, loss.line());
            lines.put(MetricSeries.VAL_LOSS, valLoss.line());
            return new ComparedCurve(
                    new MetricSeries(lines, loss.last()), times.atEach(loss.line().step()));
        }
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
