package dev.wavetrain.checkpoints;

/**
 * Sums over pairs of truth and prediction, each less a number given: its mean, for a correlation.
 */
final class Pairs {

    /** What is left of a deviation by rounding alone, as a share of the values' size. */
    private static final double ROUNDING = 1e-12;

    private final double lessTruth;
    private final double lessPredicted;
    long count;
    double sumTruth;
    double sumPredicted;
    private double squaresTruth;
    private double squaresPredicted;
    private double products;

    Pairs(double lessTruth, double lessPredicted) {
        this.lessTruth = lessTruth;
        this.lessPredicted = lessPredicted;
    }

    /** The pairs (truth[k], predicted[k + lag]) where both have a known truth. */
    void add(Segment segment, int lag) {
        double[] truth = segment.truth();
        double[] predicted = segment.predicted();
        for (int k = Math.max(0, -lag); k < Math.min(truth.length, truth.length - lag); k++) {
            if (!Double.isNaN(truth[k]) && !Double.isNaN(truth[k + lag])) {
                double t = truth[k] - lessTruth;
                double p = predicted[k + lag] - lessPredicted;
                count++;
                sumTruth += t;
                sumPredicted += p;
                squaresTruth += t * t;
                squaresPredicted += p * p;
                products += t * p;
            }
        }
    }

    /** Pearson's, given that the means were taken off; NaN where either does not vary. */
    double correlation() {
        return varies(squaresTruth, lessTruth) && varies(squaresPredicted, lessPredicted)
                ? products / Math.sqrt(squaresTruth * squaresPredicted)
                : Double.NaN;
    }

    private boolean varies(double squares, double mean) {
        return Math.sqrt(squares / count) > ROUNDING * Math.abs(mean);
    }
}
