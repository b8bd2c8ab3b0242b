package dev.wavetrain.runs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Whole hundreds of a run's epochs, each with its lowest, its highest and its last losses, stored
 * with the epochs: what a chart of very many epochs is drawn from. Extremes leave out what is not a
 * number.
 */
@Component
public class EpochBlocks {

    /** Epochs of a block, which ends at a multiple of it. */
    public static final int EPOCHS = 100;

    private static final String CLOSE =
            """
            insert into run_epoch_block (
                run_id, epoch, loss, loss_low, loss_high, val_loss, val_low, val_high)
            select b.run_id, b.last_epoch, e.loss, b.loss_low, b.loss_high,
                   e.val_loss, b.val_low, b.val_high
            from (
                select run_id, max(epoch) as last_epoch,
                       min(nullif(loss, cast('NaN' as double precision))) as loss_low,
                       max(nullif(loss, cast('NaN' as double precision))) as loss_high,
                       min(nullif(val_loss, cast('NaN' as double precision))) as val_low,
                       max(nullif(val_loss, cast('NaN' as double precision))) as val_high
                from run_epoch
                where run_id = ? and epoch > ? and epoch <= ?
                group by run_id, (epoch - 1) / %d
            ) b join run_epoch e on e.run_id = b.run_id and e.epoch = b.last_epoch
            """
                    .formatted(EPOCHS);

    /**
     * @param loss of the last epoch
     * @param valLoss of the last epoch; null where there is no validation
     */
    public record Block(int epoch, Extremes loss, @Nullable Extremes valLoss) {}

    /**
     * @param low NaN where no value is a number; {@code high} too
     */
    public record Extremes(double last, double low, double high) {}

    private final JdbcTemplate jdbc;

    public EpochBlocks(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Stores the blocks that have become whole.
     *
     * @param before up to which epoch they were stored before
     * @param last up to which epoch they are now
     */
    public void close(UUID run, int before, int last) {
        if (whole(last) > whole(before)) {
            jdbc.update(CLOSE, run, whole(before), whole(last));
        }
    }

    /** The blocks between two multiples of {@link #EPOCHS}, ascending. */
    public List<Block> between(UUID run, int after, int upTo) {
        return jdbc.query(
                "select epoch, loss, loss_low, loss_high, val_loss, val_low, val_high"
                        + " from run_epoch_block where run_id = ? and epoch > ? and epoch <= ?"
                        + " order by epoch",
                (row, _) ->
                        new Block(
                                row.getInt(1), extremes(row, 2, row.getDouble(2)), validation(row)),
                run,
                after,
                upTo);
    }

    /** The last epoch of the last whole block. */
    public static int whole(int epochs) {
        return epochs / EPOCHS * EPOCHS;
    }

    private static @Nullable Extremes validation(ResultSet row) throws SQLException {
        double last = row.getDouble(5);
        return row.wasNull() ? null : extremes(row, 5, last);
    }

    private static Extremes extremes(ResultSet row, int column, double last) throws SQLException {
        return new Extremes(last, orNaN(row, column + 1), orNaN(row, column + 2));
    }

    private static double orNaN(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }
}
