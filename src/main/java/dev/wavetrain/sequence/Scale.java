package dev.wavetrain.sequence;

/**
 * Between the data's own units and those that a net computes in: (value - offset) / size.
 *
 * @param size above 0
 */
public record Scale(double offset, double size) {

    /** Leaves every value as it is, with all its bits. */
    public static final Scale NONE = new Scale(0, 1);

    public Scale {
        if (!Double.isFinite(offset) || !Double.isFinite(size) || size <= 0) {
            throw new IllegalArgumentException("a scale of " + offset + " and " + size);
        }
    }

    /** From the data's own units. */
    public float in(double value) {
        return (float) (isNone() ? value : (value - offset) / size);
    }

    /** Back into the data's own units. */
    public double out(float value) {
        return isNone() ? value : value * size + offset;
    }

    public boolean isNone() {
        return offset == 0 && size == 1;
    }

    /**
     * @param values only those where {@code counts}
     */
    static Scale of(Scaling scaling, double[] values, boolean[] counts) {
        return switch (scaling) {
            case NONE -> NONE;
            case MIN_MAX -> minMax(values, counts);
            case STANDARD -> standard(values, counts);
        };
    }

    private static Scale minMax(double[] values, boolean[] counts) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
            if (counts[i]) {
                least = Math.min(least, values[i]);
                greatest = Math.max(greatest, values[i]);
            }
        }
        return of(least, greatest - least);
    }

    private static Scale standard(double[] values, boolean[] counts) {
        double mean = 0;
        double squares = 0;
        long n = 0;
        for (int i = 0; i < values.length; i++) {
            if (counts[i]) {
                double difference = values[i] - mean;
                mean += difference / ++n;
                squares += difference * (values[i] - mean);
            }
        }
        return of(mean, Math.sqrt(squares / n));
    }

    /** A constant is only moved to 0: it has no size. */
    private static Scale of(double offset, double size) {
        boolean varies = size > 1e-12 * Math.abs(offset) && Double.isFinite(size);
        return new Scale(offset, varies ? size : 1);
    }
}
