package dev.wavetrain.model;

import org.jspecify.annotations.Nullable;

/**
 * Predicts with a network's weights. Not thread-safe: one thread, one forecaster. Every window
 * starts from a zero state.
 */
public final class Forecaster {

    /** The parameters are copied. */
    public Forecaster(Network network, float[] parameters) {
        throw new UnsupportedOperationException();
    }

    /**
     * Outputs for many windows at once.
     *
     * @param inputs (count, T, F)
     * @param decoderInputs (count, T, D) for an encoder-decoder, null else
     * @return (count, T or 1, O)
     */
    public float[] predict(float[] inputs, float @Nullable [] decoderInputs, int count) {
        throw new UnsupportedOperationException();
    }

    /**
     * The value after a window: the last output of the net.
     *
     * @param window (T, F)
     * @return (O)
     */
    public float[] next(float[] window) {
        throw new UnsupportedOperationException();
    }

    /**
     * Runs freely: predicts, appends the prediction, drops the oldest step, again and again.
     *
     * @param window (T, F) with F = O; not modified
     * @return (steps, O)
     */
    public float[] freeRun(float[] window, int steps) {
        throw new UnsupportedOperationException();
    }

    /**
     * Greedy decoding: the encoder reads the window, the decoder starts from 0 and is fed its own
     * output.
     *
     * @param window (T, F)
     * @return (steps, O)
     */
    public float[] decode(float[] window, int steps) {
        throw new UnsupportedOperationException();
    }
}
