package dev.wavetrain.runs.internal;

import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.RunId;
import dev.wavetrain.common.Seldom;
import dev.wavetrain.runs.Ending;
import dev.wavetrain.runs.RunFeed;
import dev.wavetrain.runs.StaleAttempt;
import dev.wavetrain.runs.StopFlag;
import dev.wavetrain.training.TrainingPlan;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;

/** Stores what one attempt at a run measures, however the database feels, and tells the feed. */
public final class BatchWriter {

    private static final Logger LOG = LoggerFactory.getLogger(BatchWriter.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Seldom seldom = new Seldom(Duration.ofMinutes(1));
    private final RunId run;
    private final int attempt;
    private final BatchMaker maker;
    private final RunWrites writes;
    private final RunFeed feed;
    private final StopFlag stop;
    private final Duration patience;

    BatchWriter(
            RunId run,
            int attempt,
            TrainingPlan plan,
            RunWrites writes,
            RunFeed feed,
            StopFlag stop,
            Duration patience) {
        this.run = run;
        this.attempt = attempt;
        this.maker = new BatchMaker(plan);
        this.writes = writes;
        this.feed = feed;
        this.stop = stop;
        this.patience = patience;
    }

    public RunId run() {
        return run;
    }

    /**
     * Returns once all of it is committed and told.
     *
     * @throws StaleAttempt where the run belongs to another attempt
     * @throws DataAccessException or TransactionException where the database refuses it, or has not
     *     answered for as long as patience goes
     */
    public void write(List<Recorded> events) {
        store(maker.batch(events));
    }

    /** Stores only how the run ended, with one try. */
    public void end(Ending ending) {
        told(writes.store(run, attempt, new Batch(List.of(), List.of(), null, null, ending)));
    }

    private void store(Batch batch) {
        long begun = System.nanoTime();
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                told(writes.store(run, attempt, batch));
                return;
            } catch (StaleAttempt | NotFound | DataIntegrityViolationException hopeless) {
                throw hopeless;
            } catch (DataAccessException | TransactionException failed) {
                if (System.nanoTime() - begun > patience.toNanos()) {
                    throw failed;
                }
                if (seldom.now()) {
                    LOG.warn("Run {}: storing failed, trying again: {}", run, failed.toString());
                }
            }
            LockSupport.parkNanos(pause.toNanos());
            pause = pause.multipliedBy(2);
            pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        }
    }

    private void told(Stored stored) {
        if (stored.stop() != null) {
            stop.request(stored.stop());
        }
        feed.publish(stored.event());
    }
}
