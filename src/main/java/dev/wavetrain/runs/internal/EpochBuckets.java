package dev.wavetrain.runs.internal;

import dev.wavetrain.runs.EpochBlocks;
import dev.wavetrain.runs.MetricSeries;
import java.util.Arrays;

/**
 * Thins one metric, epoch by epoch, into buckets of neighbouring epochs. Each keeps its lowest, its
 * highest and its last value, so no spike is lost. The memory needed does not grow with the run.
 */
final class EpochBuckets {

    private final int after;
    private final int bucketEpochs;
    private final int[] step;
    private final double[] value;
    private final double[] min;
    private final double[] max;
    private int count;
    private int bucket = -1;

    /**
     * @param after the epochs begin after this one
     * @param epochs how many there are at most
     * @param maxPoints buckets at most
     */
    EpochBuckets(int after, int epochs, int maxPoints) {
        this.after = after;
        this.bucketEpochs = size(epochs, maxPoints);
        int capacity = Math.max(0, Math.ceilDiv(epochs, bucketEpochs));
        this.step = new int[capacity];
        this.value = new double[capacity];
        this.min = new double[capacity];
        this.max = new double[capacity];
    }

    /** Epochs of a bucket. Where there are many, whole blocks: see {@link EpochBlocks}. */
    static int size(int epochs, int maxPoints) {
        int least = Math.max(1, Math.ceilDiv(epochs, maxPoints));
        return least < EpochBlocks.EPOCHS
                ? least
                : Math.ceilDiv(least, EpochBlocks.EPOCHS) * EpochBlocks.EPOCHS;
    }

    void add(int epoch, double next) {
        add(epoch, new EpochBlocks.Extremes(next, next, next));
    }

    /** All epochs of a block at once. */
    void add(int epoch, EpochBlocks.Extremes next) {
        int at = (epoch - after - 1) / bucketEpochs;
        if (at != bucket) {
            bucket = at;
            min[count] = next.low();
            max[count] = next.high();
            count++;
        }
        int i = count - 1;
        step[i] = epoch;
        value[i] = next.last();
        // What is not a number tells nothing about how low or high the others were.
        if (Double.isNaN(min[i]) || next.low() < min[i]) {
            min[i] = next.low();
        }
        if (Double.isNaN(max[i]) || next.high() > max[i]) {
            max[i] = next.high();
        }
    }

    MetricSeries.Line line() {
        return new MetricSeries.Line(
                Arrays.copyOf(step, count),
                Arrays.copyOf(value, count),
                Arrays.copyOf(min, count),
                Arrays.copyOf(max, count));
    }
}
