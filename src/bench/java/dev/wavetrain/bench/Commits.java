package dev.wavetrain.bench;

import dev.wavetrain.runs.RunEvent;

/**
 * When which epoch of one run was committed. Room for all of them is taken in the beginning, so
 * that keeping them does not look like growth. Safe for threads.
 */
final class Commits {

    private final int[] epochs;
    private final double[] millis;
    private int count;

    Commits(int most) {
        epochs = new int[most];
        millis = new double[most];
    }

    /** Told by the feed, right after the commit. */
    synchronized void heard(RunEvent event) {
        boolean newer = count == 0 || event.epoch() > epochs[count - 1];
        if (newer && event.epoch() > 0 && count < epochs.length) {
            epochs[count] = event.epoch();
            millis[count++] = now();
        }
    }

    synchronized int last() {
        return count == 0 ? 0 : epochs[count - 1];
    }

    /**
     * Adds how late each commit is seen that is seen now.
     *
     * @param from how many commits were seen before
     * @param epoch up to which the page shows the run
     * @param at in milliseconds, as {@link #now}
     * @return how many commits have been seen
     */
    synchronized int seen(int from, int epoch, double at, Lateness lateness) {
        int next = from;
        while (next < count && epochs[next] <= epoch) {
            lateness.add(at - millis[next++]);
        }
        return next;
    }

    /** How many commits do not have to be seen: those before a page was open. */
    synchronized int upTo(int epoch) {
        int next = 0;
        while (next < count && epochs[next] <= epoch) {
            next++;
        }
        return next;
    }

    /** Milliseconds of the wall clock, which pages in browsers have too; finer than they are. */
    static double now() {
        return Clock.BASE_MILLIS + (System.nanoTime() - Clock.BASE_NANOS) / 1e6;
    }

    private static final class Clock {

        private static final double BASE_MILLIS = System.currentTimeMillis();
        private static final long BASE_NANOS = System.nanoTime();
    }
}
