package dev.wavetrain.sequence;

/**
 * A signal in its own units.
 *
 * @param x where each value lies; the row number for a dataset's column
 * @param values as many as {@code x}
 */
public record Series(double[] x, double[] values) {

    public Series {
        if (x.length != values.length) {
            throw new IllegalArgumentException(x.length + " x for " + values.length + " values");
        }
    }

    public int length() {
        return x.length;
    }
}
