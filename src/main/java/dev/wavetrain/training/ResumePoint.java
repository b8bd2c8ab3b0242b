package dev.wavetrain.training;

import org.jspecify.annotations.Nullable;

/**
 * Everything a run needs to go on exactly as if it had never stopped, between any two batches. The
 * order of each epoch's samples is a function of seed and epoch, so no random state is kept.
 *
 * @param epoch epochs done
 * @param within how much of the next epoch is done; null at the end of one
 * @param updates steps of the optimiser done
 * @param parameters laid out as the network says
 * @param optimizerState the optimiser's vectors one after the other; empty for plain SGD
 * @param best the best epoch so far; null before the first
 * @param watched lowest loss that early stopping has seen; infinite before the first epoch
 * @param waited epochs since
 */
public record ResumePoint(
        int epoch,
        @Nullable Within within,
        long updates,
        float[] parameters,
        float[] optimizerState,
        @Nullable Best best,
        double watched,
        int waited) {

    /**
     * The best epoch so far.
     *
     * @param parameters null where best weights are not kept
     */
    public record Best(int epoch, double loss, double valLoss, float @Nullable [] parameters) {}

    /**
     * A part of an epoch.
     *
     * @param samples training samples done, in the epoch's order
     * @param lossSum the sum of their losses
     * @param nanos time it took
     */
    public record Within(int samples, double lossSum, long nanos) {}

    /**
     * Where a run begins that does not draw its first weights.
     *
     * @param updates steps that made the optimiser's state; 0 where it begins anew
     */
    public static ResumePoint beginning(long updates, float[] parameters, float[] optimizerState) {
        return new ResumePoint(
                0, null, updates, parameters, optimizerState, null, Double.POSITIVE_INFINITY, 0);
    }

    /** The same in a form to store. */
    public byte[] toBytes() {
        return ResumePointForm.write(this);
    }

    /**
     * What {@link #toBytes} wrote.
     *
     * @throws IllegalArgumentException when the bytes are damaged
     */
    public static ResumePoint fromBytes(byte[] bytes) {
        return ResumePointForm.read(bytes);
    }
}
