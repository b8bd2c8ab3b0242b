package dev.wavetrain.runs.internal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What a run has measured and nobody has stored yet. It wakes who stores for a whole batch, for
 * what is urgent, or when it is time, but not for each epoch: to wake a thread takes longer than
 * some epochs do.
 */
public final class Backlog {

    private final int most;
    private final int batchSize;
    private final Duration batchEvery;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition worthStoring = lock.newCondition();
    private final Condition room = lock.newCondition();
    private final Deque<Recorded> waiting = new ArrayDeque<>();

    /** How many of those that wait come up to the last urgent one. */
    private int urgent;

    /**
     * @param most that wait at a time
     * @param batchSize most that are taken at once
     * @param batchEvery how long the first of a batch waits for others
     */
    public Backlog(int most, int batchSize, Duration batchEvery) {
        this.most = most;
        this.batchSize = batchSize;
        this.batchEvery = batchEvery;
    }

    /**
     * Adds one as soon as there is room.
     *
     * @param now whether it is stored without waiting for others
     * @return false where there was no room for so long
     */
    public boolean offer(Recorded event, boolean now, Duration atMost) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = atMost.toNanos();
            while (waiting.size() >= most) {
                if (left <= 0) {
                    return false;
                }
                left = room.awaitNanos(left);
            }
            waiting.addLast(event);
            if (now) {
                urgent = waiting.size();
            }
            if (waiting.size() == 1 || isDue()) {
                worthStoring.signal();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for at least one, and for what follows it until it is time to store. */
    public List<Recorded> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (waiting.isEmpty()) {
                worthStoring.await();
            }
            long left = batchEvery.toNanos();
            while (!isDue() && left > 0) {
                left = worthStoring.awaitNanos(left);
            }
            List<Recorded> batch = new ArrayList<>();
            while (batch.size() < batchSize && !waiting.isEmpty()) {
                batch.add(waiting.removeFirst());
            }
            urgent = Math.max(0, urgent - batch.size());
            room.signal();
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private boolean isDue() {
        return urgent > 0 || waiting.size() >= batchSize;
    }
}
