package dev.wavetrain.training;

import org.jspecify.annotations.Nullable;

/** The epoch of the lowest val_loss so far (loss without validation), and its weights if kept. */
final class BestEpoch {

    private final float @Nullable [] parameters;
    private int epoch;
    private double loss;
    private double valLoss;
    private double lowest = Double.POSITIVE_INFINITY;
    private boolean owed;

    BestEpoch(boolean keepWeights, int parameterCount, @Nullable ResumePoint from) {
        parameters = keepWeights ? new float[parameterCount] : null;
        ResumePoint.Best best = from == null ? null : from.best();
        if (best != null) {
            epoch = best.epoch();
            loss = best.loss();
            valLoss = best.valLoss();
            lowest = monitored(loss, valLoss);
            if (parameters != null && best.parameters() != null) {
                System.arraycopy(best.parameters(), 0, parameters, 0, parameterCount);
                // Perhaps they were given away before the run stopped; nobody knows, and twice is
                // harmless.
                owed = true;
            }
        }
    }

    boolean improvedBy(double newLoss, double newValLoss) {
        return monitored(newLoss, newValLoss) < lowest;
    }

    void take(EpochResult result, float[] weights) {
        epoch = result.epoch();
        loss = result.loss();
        valLoss = result.valLoss();
        lowest = monitored(loss, valLoss);
        if (parameters != null) {
            System.arraycopy(weights, 0, parameters, 0, weights.length);
            owed = true;
        }
    }

    private static double monitored(double loss, double valLoss) {
        return Double.isNaN(valLoss) ? loss : valLoss;
    }

    /** Whether there are best weights that nobody has been given yet. */
    boolean owed() {
        return owed;
    }

    void handedOver() {
        owed = false;
    }

    /** 0 before the first. */
    int epoch() {
        return epoch;
    }

    /** A copy; null before the first. */
    ResumePoint.@Nullable Best copy() {
        return epoch == 0
                ? null
                : new ResumePoint.Best(
                        epoch, loss, valLoss, parameters == null ? null : parameters.clone());
    }
}
