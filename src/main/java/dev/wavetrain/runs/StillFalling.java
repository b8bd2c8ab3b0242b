package dev.wavetrain.runs;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Whether a loss still fell when training ended. It did where both hold:
 *
 * <ol>
 *   <li>the best epoch is among the last 5 % of all epochs;
 *   <li>over the last tenth of the epochs, at least 10, the line of least squares through the loss
 *       falls by more than 2 % of its height where it begins, and by more than noise would make it:
 *       its slope is more than three of its standard errors below 0.
 * </ol>
 *
 * The second keeps a curve that only trembles from being told to go on, since among its last epochs
 * one is the lowest by chance. Fewer than 20 epochs say nothing.
 */
public final class StillFalling {

    public static final int LEAST_EPOCHS = 20;

    private static final double LAST_PART = 0.05;
    private static final int LEAST_TAIL = 10;
    private static final double LEAST_FALL = 0.02;
    private static final double STANDARD_ERRORS = 3;

    private StillFalling() {}

    /** How many of the last epochs are looked at. */
    public static int tail(int epochs) {
        return Math.max(LEAST_TAIL, epochs / 10);
    }

    /**
     * By what share of itself the loss fell over the last epochs; null where it did not still fall.
     *
     * @param last the losses of the last {@link #tail} epochs, in order: val_loss, or loss without
     *     validation
     */
    public static @Nullable Double share(int epochs, @Nullable Integer bestEpoch, double[] last) {
        boolean late = bestEpoch != null && bestEpoch > epochs * (1 - LAST_PART);
        if (!late
                || epochs < LEAST_EPOCHS
                || last.length < LEAST_TAIL
                || !Arrays.stream(last).allMatch(Double::isFinite)) {
            return null;
        }
        return fall(last);
    }

    private static @Nullable Double fall(double[] last) {
        int n = last.length;
        double middle = (n - 1) / 2.0;
        double mean = Arrays.stream(last).average().orElseThrow();
        double products = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            products += (i - middle) * (last[i] - mean);
            squares += (i - middle) * (i - middle);
        }
        double slope = products / squares;
        double residuals = 0;
        for (int i = 0; i < n; i++) {
            double residual = last[i] - mean - slope * (i - middle);
            residuals += residual * residual;
        }
        double standardError = Math.sqrt(residuals / (n - 2) / squares);
        double share = -slope * (n - 1) / (mean - slope * middle);
        boolean falls = share > LEAST_FALL && slope < -STANDARD_ERRORS * standardError;
        return falls ? Double.valueOf(Math.min(share, 1)) : null;
    }
}
