package dev.wavetrain.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes runs and their losses by batches, as fast as a database takes them. */
final class RunInserts implements AutoCloseable {

    private static final int AT_ONCE = 5_000;
    private static final int A_COMMIT = 100_000;
    private static final String RUN =
            "insert into run (id, project_id, experiment_id, experiment_version, owner_id, owner_name,"
                    + " group_id, name, notes, tags, seed, priority, definition, state,"
                    + " cancel_requested, attempt, fruitless, begun_epoch, epoch, epochs, loss,"
                    + " val_loss, best, best_epoch, checkpoint_epoch, queued_at, started_at,"
                    + " finished_at, seconds)"
                    + " values (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, false, 1, 0, 0, ?, ?, ?, ?,"
                    + " ?, ?, 0, ?, ?, ?, ?)";

    /**
     * A run that waits no more.
     *
     * @param done epochs that are stored
     * @param finished null where it may go on
     * @param start the loss that it begins with
     * @param end the loss that it falls to
     */
    record Row(
            UUID id,
            UUID project,
            UUID experiment,
            UUID owner,
            String ownerName,
            @Nullable UUID group,
            String name,
            String tags,
            String notes,
            long seed,
            String definition,
            String state,
            int epochs,
            int done,
            Instant queued,
            @Nullable Instant finished,
            double start,
            double end,
            boolean validates) {

        /** Falls as losses do, with some noise; the long run has one epoch that stands out. */
        double loss(int epoch, Random noise) {
            if (epochs == Filler.LONG_EPOCHS && epoch == Filler.SPIKE_EPOCH) {
                return Filler.SPIKE;
            }
            double falls = Math.exp(-6.0 * epoch / epochs);
            return end + (start - end) * falls * (0.95 + 0.1 * noise.nextDouble());
        }
    }

    private final Connection to;
    private final PreparedStatement run;
    private final PreparedStatement epoch;
    private final Random noise = new Random(2);
    private int batched;
    private long written;

    RunInserts(Connection to) throws SQLException {
        this.to = to;
        run = to.prepareStatement(RUN);
        epoch =
                to.prepareStatement(
                        "insert into run_epoch (run_id, epoch, loss, val_loss)"
                                + " values (?, ?, ?, ?)");
    }

    void add(Row row) throws SQLException {
        double[] losses = new double[row.done()];
        int best = 0;
        for (int i = 0; i < losses.length; i++) {
            losses[i] = row.loss(i + 1, noise);
            best = losses[i] < losses[best] ? i : best;
        }
        insert(row, losses, best);
        for (int i = 0; i < losses.length; i++) {
            epoch.setObject(1, row.id());
            epoch.setInt(2, i + 1);
            epoch.setDouble(3, losses[i]);
            epoch.setObject(4, validation(row, losses[i]), Types.DOUBLE);
            epoch.addBatch();
            if (++batched == AT_ONCE) {
                flush();
            }
        }
    }

    private static @Nullable Double validation(Row row, double loss) {
        return row.validates() ? Double.valueOf(loss * 1.25) : null;
    }

    private void insert(Row row, double[] losses, int best) throws SQLException {
        double last = losses[losses.length - 1];
        Double bestLoss = validation(row, losses[best]);
        Instant finished = row.finished();
        set(
                run,
                row.id(),
                row.project(),
                row.experiment(),
                row.owner(),
                row.ownerName(),
                row.group(),
                row.name(),
                row.notes(),
                row.tags(),
                row.seed(),
                row.definition(),
                row.state(),
                row.done(),
                row.epochs(),
                last,
                validation(row, last),
                bestLoss == null ? losses[best] : bestLoss,
                best + 1,
                row.queued().atOffset(ZoneOffset.UTC),
                row.queued().plusSeconds(2).atOffset(ZoneOffset.UTC),
                finished == null ? null : finished.atOffset(ZoneOffset.UTC),
                finished == null
                        ? null
                        : finished.getEpochSecond() - row.queued().getEpochSecond() - 2.0);
        run.addBatch();
    }

    private void flush() throws SQLException {
        // Epochs refer to it.
        run.executeBatch();
        epoch.executeBatch();
        written += batched;
        batched = 0;
        if (written >= A_COMMIT) {
            to.commit();
            written = 0;
        }
    }

    static void set(PreparedStatement row, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            row.setObject(i + 1, values[i]);
        }
    }

    @Override
    public void close() throws SQLException {
        flush();
        run.close();
        epoch.close();
    }
}
