package dev.wavetrain.bench;

import java.util.Arrays;
import java.util.Locale;

/**
 * How long commits take to be seen: counts of milliseconds, of a size that does not grow. Safe for
 * threads.
 */
final class Lateness {

    private static final int MOST_MILLIS = 60_000;

    private final int[] counts = new int[MOST_MILLIS + 1];
    private long all;
    private double worst;

    synchronized void add(double millis) {
        counts[(int) Math.clamp(Math.round(millis), 0, MOST_MILLIS)]++;
        all++;
        worst = Math.max(worst, millis);
    }

    /** Adds what another has counted. */
    synchronized void addAll(Lateness other) {
        synchronized (other) {
            for (int i = 0; i < counts.length; i++) {
                counts[i] += other.counts[i];
            }
            all += other.all;
            worst = Math.max(worst, other.worst);
        }
    }

    synchronized void clear() {
        Arrays.fill(counts, 0);
        all = 0;
        worst = 0;
    }

    private synchronized long count() {
        return all;
    }

    /** The milliseconds within which that part of all was seen. */
    private synchronized int quantile(double part) {
        long below = 0;
        int millis = 0;
        while (millis < MOST_MILLIS && (below += counts[millis]) < part * all) {
            millis++;
        }
        return millis;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%,d commits seen, p50 %d ms, p95 %d ms, p99 %d ms, worst %.0f ms",
                count(),
                quantile(0.5),
                quantile(0.95),
                quantile(0.99),
                worst);
    }
}
