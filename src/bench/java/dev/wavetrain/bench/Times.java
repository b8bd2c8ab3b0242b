package dev.wavetrain.bench;

import java.util.Arrays;

/** How long something took, again and again, in milliseconds. */
record Times(double[] sorted) {

    static final String HEAD = "%8s %8s %8s %8s".formatted("p50", "p95", "p99", "most");

    Times {
        sorted = sorted.clone();
        Arrays.sort(sorted);
    }

    /** The nearest rank. */
    double at(double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    @Override
    public String toString() {
        return "%8.2f %8.2f %8.2f %8.2f".formatted(at(0.50), at(0.95), at(0.99), at(1));
    }
}
