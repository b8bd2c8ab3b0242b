package dev.wavetrain.training;

import dev.wavetrain.training.ResumePoint.Within;
import org.jspecify.annotations.Nullable;

/** How far the epoch that is being trained has come. */
final class PartOfEpoch {

    private int samples;
    private double lossSum;
    private long earlierNanos;
    private long started = System.nanoTime();

    PartOfEpoch(@Nullable Within from) {
        if (from != null) {
            samples = from.samples();
            lossSum = from.lossSum();
            earlierNanos = from.nanos();
        }
    }

    /** A batch was trained. */
    void add(int batch, double loss) {
        samples += batch;
        lossSum += batch * loss;
    }

    /** Training samples done. */
    int samples() {
        return samples;
    }

    /** Of the samples done. */
    double lossSum() {
        return lossSum;
    }

    /** Spent on it so far, in every life of the run. */
    long nanos() {
        return earlierNanos + System.nanoTime() - started;
    }

    /** The next epoch begins. */
    void next() {
        samples = 0;
        lossSum = 0;
        earlierNanos = 0;
        started = System.nanoTime();
    }

    /** Null at the end of an epoch. */
    @Nullable Within copy() {
        return samples == 0 ? null : new Within(samples, lossSum, nanos());
    }
}
