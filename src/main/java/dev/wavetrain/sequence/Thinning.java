package dev.wavetrain.sequence;

import java.util.Arrays;

/** Fewer points of a series, for drawing. */
public final class Thinning {

    private Thinning() {}

    /**
     * The least and the greatest value of each of {@code most / 2} equal stretches, in their order,
     * so that no extreme is lost; the series itself where it is short enough.
     *
     * @param most at least 2
     */
    public static Series minMax(Series series, int most) {
        int length = series.length();
        if (length <= most) {
            return series;
        }
        int stretches = most / 2;
        int[] kept = new int[2 * stretches];
        int count = 0;
        for (int s = 0; s < stretches; s++) {
            int from = (int) ((long) s * length / stretches);
            int to = (int) ((long) (s + 1) * length / stretches);
            int least = from;
            int greatest = from;
            for (int i = from + 1; i < to; i++) {
                least = series.values()[i] < series.values()[least] ? i : least;
                greatest = series.values()[i] > series.values()[greatest] ? i : greatest;
            }
            kept[count++] = Math.min(least, greatest);
            if (least != greatest) {
                kept[count++] = Math.max(least, greatest);
            }
        }
        int[] indices = Arrays.copyOf(kept, count);
        return new Series(
                Arrays.stream(indices).mapToDouble(i -> series.x()[i]).toArray(),
                Arrays.stream(indices).mapToDouble(i -> series.values()[i]).toArray());
    }
}
