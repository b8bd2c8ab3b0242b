package dev.wavetrain.runs;

import dev.wavetrain.runs.internal.Backlog;
import dev.wavetrain.runs.internal.BatchWriter;
import dev.wavetrain.runs.internal.Recorded;
import dev.wavetrain.training.EpochResult;
import dev.wavetrain.training.ResumePoint;
import dev.wavetrain.training.Snapshot;
import dev.wavetrain.training.TrainingListener;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what a run measures from its training thread and stores it on a thread of its own, in
 * batches. Nothing is dropped: where the database is slower than training, training waits.
 */
public final class RunRecorder implements TrainingListener {

    private static final Logger LOG = LoggerFactory.getLogger(RunRecorder.class);

    /** Weights that wait to be stored are large: so few at a time. */
    private static final int MOST_SNAPSHOTS = 2;

    private static final Duration LOOK_UP = Duration.ofMillis(100);

    private final Backlog backlog;
    private final Semaphore snapshots = new Semaphore(MOST_SNAPSHOTS);

    /** One at a time: another offered meanwhile is left. */
    private final Semaphore resumePoints = new Semaphore(1);

    private final BatchWriter writer;
    private final StopFlag stop;
    private final Thread thread;
    private volatile @Nullable Throwable failure;

    private RunRecorder(BatchWriter writer, RunSettings settings, StopFlag stop) {
        this.writer = writer;
        this.stop = stop;
        this.backlog = new Backlog(settings.backlog(), settings.batchSize(), settings.batchEvery());
        this.thread =
                Thread.ofPlatform().daemon().name("recorder-" + writer.run()).unstarted(this::run);
    }

    /** A recorder that stores until {@link #end}. It stops the training where it cannot. */
    public static RunRecorder start(BatchWriter writer, RunSettings settings, StopFlag stop) {
        RunRecorder recorder = new RunRecorder(writer, settings, stop);
        recorder.thread.start();
        return recorder;
    }

    @Override
    public void epochEnded(EpochResult epoch) {
        put(new Recorded.Epoch(epoch), false);
    }

    @Override
    public void checkpointReached(Snapshot snapshot) {
        if (acquire(snapshots)) {
            // Training waits for weights to be stored once there are too many of them.
            put(new Recorded.Kept(snapshot), snapshots.availablePermits() == 0);
        }
    }

    @Override
    public void resumePointDue(Supplier<ResumePoint> point) {
        if (resumePoints.tryAcquire()) {
            put(new Recorded.Resumable(point.get()), true);
        }
    }

    @Override
    public void stopped(ResumePoint point) {
        if (acquire(resumePoints)) {
            put(new Recorded.Resumable(point), true);
        }
    }

    /**
     * Stores what is left together with how it ended, and waits for that. What could not be stored
     * fails the run, with the reason.
     *
     * @return false where the run belongs to another attempt, which decides how it ends
     * @throws RuntimeException where not even that can be stored now: try the run again later
     */
    public boolean end(Ending ending) {
        put(new Recorded.End(ending), true);
        waitFor(() -> thread.join(LOOK_UP));
        Throwable failed = failure;
        try {
            if (failed != null && !(failed instanceof StaleAttempt)) {
                writer.end(Ending.failed(Failure.Reason.STORE, Failure.words(failed)));
            }
            return !(failed instanceof StaleAttempt);
        } catch (StaleAttempt meanwhile) {
            return false;
        }
    }

    private void run() {
        try {
            boolean ended = false;
            while (!ended) {
                List<Recorded> events = backlog.take();
                writer.write(events);
                events.forEach(this::release);
                ended = events.getLast() instanceof Recorded.End;
            }
        } catch (StaleAttempt takenOver) {
            LOG.warn("{}", takenOver.getMessage());
            failure = takenOver;
            stop.request(StopReason.TAKEN_OVER);
        } catch (Throwable failed) {
            LOG.error("Run {}: what it measured could not be stored.", writer.run(), failed);
            failure = failed;
            stop.request(StopReason.STORE_FAILED);
        }
    }

    private void release(Recorded stored) {
        if (stored instanceof Recorded.Kept) {
            snapshots.release();
        } else if (stored instanceof Recorded.Resumable) {
            resumePoints.release();
        }
    }

    private boolean acquire(Semaphore permits) {
        return waitFor(() -> permits.tryAcquire(LOOK_UP.toNanos(), TimeUnit.NANOSECONDS));
    }

    private void put(Recorded event, boolean now) {
        waitFor(() -> backlog.offer(event, now, LOOK_UP));
    }

    /**
     * Tries until it succeeds or the recorder has failed. An interrupt does not lose an epoch: it
     * is kept for the thread to see afterwards.
     *
     * @return whether it succeeded
     */
    private boolean waitFor(Attempt attempt) {
        boolean interrupted = false;
        try {
            while (failure == null) {
                try {
                    if (attempt.succeeds()) {
                        return true;
                    }
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            return false;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @FunctionalInterface
    private interface Attempt {
        boolean succeeds() throws InterruptedException;
    }
}
