package dev.wavetrain.experiments;

import dev.wavetrain.sequence.SequenceData;
import dev.wavetrain.sequence.Series;
import dev.wavetrain.sequence.Task;

/**
 * Tells samples apart: equal keys for equal samples, target included, with values rounded to 1e-9
 * of the largest, since a period's repetitions differ in the last bits.
 */
final class WindowKeys {

    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private WindowKeys() {}

    /** One key a sample, in order. Takes time in proportion to the points, whatever the window. */
    static long[] of(SequenceData data) {
        int window = data.definition().window();
        int count = data.sampleCount();
        if (data.definition().task() != Task.TRANSLATE) {
            return keys(data.input(), window + 1, count);
        }
        long[] keys = keys(data.input(), window, count);
        long[] targets = keys(data.truth(), window, count);
        for (int i = 0; i < count; i++) {
            keys[i] = keys[i] * 31 + mixed(targets[i]);
        }
        return keys;
    }

    /** A rolling polynomial hash over each stretch of {@code length} values. */
    private static long[] keys(Series series, int length, int count) {
        long[] values = rounded(series.values());
        long oldest = 1;
        for (int i = 1; i < length; i++) {
            oldest *= MULTIPLIER;
        }
        long[] keys = new long[count];
        long key = 0;
        for (int end = 0; end < count + length - 1; end++) {
            if (end >= length) {
                key -= values[end - length] * oldest;
            }
            key = key * MULTIPLIER + values[end];
            if (end >= length - 1) {
                keys[end - length + 1] = key;
            }
        }
        return keys;
    }

    private static long[] rounded(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        long[] result = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            result[i] = mixed(largest == 0 ? 0 : Math.round(values[i] / largest * 1e9));
        }
        return result;
    }

    /** Spreads neighbouring numbers over all 64 bits, so that sums of them do not collide. */
    private static long mixed(long value) {
        long mixed = (value ^ (value >>> 33)) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return mixed ^ (mixed >>> 33);
    }
}
