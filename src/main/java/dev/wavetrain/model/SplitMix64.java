package dev.wavetrain.model;

import java.util.random.RandomGenerator;

/**
 * Random numbers that are the same on every machine and Java version: SplitMix64 (Steele, Lea,
 * Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014), with one stream for each
 * purpose, so that drawing more of one never changes another.
 */
public final class SplitMix64 implements RandomGenerator {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** Purposes: any distinct numbers; changing one changes what every seed gives. */
    private static final int INITIALISATION = 31;

    private static final int SPLIT = 32;
    private static final int EPOCH_ORDER = 33;

    private long state;

    private SplitMix64(long state) {
        this.state = state;
    }

    /** The stream of a seed that starts a network's weights. */
    public static SplitMix64 initialisation(long seed) {
        return stream(seed, INITIALISATION, 0);
    }

    /** The stream of a seed that permutes all samples before they are split. */
    public static SplitMix64 split(long seed) {
        return stream(seed, SPLIT, 0);
    }

    /**
     * The stream of a seed that orders one epoch: a function of the epoch, so that a resumed run
     * needs no saved state.
     */
    public static SplitMix64 epochOrder(long seed, int epoch) {
        return stream(seed, EPOCH_ORDER, epoch);
    }

    private static SplitMix64 stream(long seed, long purpose, long index) {
        return new SplitMix64(mix(mix(mix(seed + GOLDEN) + purpose) + index));
    }

    @Override
    public long nextLong() {
        state += GOLDEN;
        return mix(state);
    }

    /** In [0, bound), by the upper bits of a product: a bias below 2^-32, none that shows. */
    @Override
    public int nextInt(int bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound " + bound);
        }
        return (int) (((nextLong() >>> 32) * bound) >>> 32);
    }

    /** In [0, 1), 53 bits. */
    @Override
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1p-53;
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
