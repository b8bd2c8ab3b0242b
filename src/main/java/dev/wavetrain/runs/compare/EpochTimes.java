package dev.wavetrain.runs.compare;

import java.util.Arrays;

/**
 * How long a run had trained when some of its epochs ended. None are known of runs that began
 * before they were measured, or that came in an archive.
 *
 * @param epoch [n] ascending
 * @param seconds [n] without pauses, ascending
 */
public record EpochTimes(int[] epoch, double[] seconds) {

    public static final EpochTimes NONE = new EpochTimes(new int[0], new double[0]);

    public boolean isKnown() {
        return epoch.length > 0;
    }

    /**
     * Seconds at epochs, also at those between; {@link #isKnown} first.
     *
     * @param epochs [m]
     * @return [m]
     */
    public double[] at(double[] epochs) {
        return Arrays.stream(epochs).map(this::at).toArray();
    }

    /** The same at other epochs; {@link #NONE} where nothing is known. */
    public EpochTimes atEach(int[] epochs) {
        return isKnown()
                ? new EpochTimes(epochs, at(Arrays.stream(epochs).asDoubleStream().toArray()))
                : NONE;
    }

    /** Evenly between one known and the next; training began at 0. */
    private double at(double asked) {
        int found = Arrays.binarySearch(epoch, (int) Math.ceil(asked));
        int next = Math.min(found < 0 ? -found - 1 : found, epoch.length - 1);
        double from = next == 0 ? 0 : epoch[next - 1];
        double began = next == 0 ? 0 : seconds[next - 1];
        double share = Math.min(1, (asked - from) / (epoch[next] - from));
        return began + share * (seconds[next] - began);
    }
}
