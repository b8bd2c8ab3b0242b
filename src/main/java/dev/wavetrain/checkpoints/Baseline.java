package dev.wavetrain.checkpoints;

import java.util.List;

/**
 * What someone without a net would predict, over the same points as an evaluation.
 *
 * @param predicted one array a segment
 */
public record Baseline(Kind kind, List<double[]> predicted, double mse, double mae, double rmse) {

    /** The ways to predict without a net. */
    public enum Kind {
        ZERO,
        /** The last true value known before a point; 0 before the first. */
        LAST_VALUE,
        /** The true value one period before; only where the data shows a period. */
        SEASONAL
    }

    public Baseline {
        predicted = List.copyOf(predicted);
    }
}
