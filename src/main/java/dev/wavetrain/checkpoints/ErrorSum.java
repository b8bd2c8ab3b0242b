package dev.wavetrain.checkpoints;

/** Errors of predictions, over the points whose truth is known. */
final class ErrorSum {

    private double squares;
    private double absolutes;
    private long points;

    void add(double truth, double predicted) {
        if (!Double.isNaN(truth)) {
            double error = predicted - truth;
            squares += error * error;
            absolutes += Math.abs(error);
            points++;
        }
    }

    double mse() {
        return points == 0 ? Double.NaN : squares / points;
    }

    double mae() {
        return points == 0 ? Double.NaN : absolutes / points;
    }

    double rmse() {
        return Math.sqrt(mse());
    }
}
