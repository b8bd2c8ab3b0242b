package dev.wavetrain.runs;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far a run has come, as stored.
 *
 * @param epoch epochs done; 0 before the first
 * @param epochs epochs asked for; 0 where the weights came as a file
 * @param loss of the last epoch done; null before the first; not finite where the run diverged
 * @param valLoss of the last epoch done; null before the first and without validation
 * @param best the lowest val_loss so far (loss without validation); null before the first epoch
 * @param bestEpoch the epoch of {@code best}; null before the first epoch
 * @param epochsPerSecond over the last seconds, over all its training time once it has ended; null
 *     until measured
 * @param trained seconds of training up to the last epoch done, without pauses; null where not
 *     measured, and before the first epoch
 * @param eta time left at this rate; null where it is not running or the rate is not known
 */
public record RunProgress(
        int epoch,
        int epochs,
        @Nullable Double loss,
        @Nullable Double valLoss,
        @Nullable Double best,
        @Nullable Integer bestEpoch,
        @Nullable Double epochsPerSecond,
        @Nullable Double trained,
        @Nullable Duration eta) {

    /** Whether its weights came as a file: no epoch was asked for. */
    public boolean isUploaded() {
        return epochs == 0;
    }

    /** The lowest val_loss so far; null before the first epoch and without validation. */
    public @Nullable Double bestValLoss() {
        return valLoss == null ? null : best;
    }

    /** From 0 to 1, of the epochs asked for. */
    public double fraction() {
        return isUploaded() ? 1 : Math.clamp((double) epoch / epochs, 0, 1);
    }
}
