package dev.wavetrain.model;

import dev.wavetrain.model.kernel.DenseKernel;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Predicts with a network's weights. Not thread-safe: one thread, one forecaster. Every window
 * starts from a zero state.
 */
public final class Forecaster {

    private static final int[] FIRST = {0};
    private static final int LARGEST_BATCH = 64;

    private final Network network;
    private final float[] parameters;
    private final Propagation single;

    /** The parameters are copied. */
    public Forecaster(Network network, float[] parameters) {
        if (parameters.length != network.parameterCount()) {
            throw new IllegalArgumentException(
                    "%d parameters for a network of %d"
                            .formatted(parameters.length, network.parameterCount()));
        }
        this(parameters.clone(), network);
    }

    private Forecaster(float[] parameters, Network network) {
        this.network = network;
        this.parameters = parameters;
        this.single = new Propagation(network, 1);
    }

    /** A further one with the same weights, which nobody changes: for another thread. */
    public Forecaster another() {
        return new Forecaster(parameters, network);
    }

    /**
     * Outputs for many windows at once.
     *
     * @param inputs (count, T, F)
     * @param decoderInputs (count, T, D) for an encoder-decoder, null else
     * @return (count, T or 1, O)
     */
    public float[] predict(float[] inputs, float @Nullable [] decoderInputs, int count) {
        int steps = network.targetSteps();
        float[] predicted = new float[count * steps * network.outputs()];
        int capacity = Math.clamp(count, 1, LARGEST_BATCH);
        Propagation propagation = new Propagation(network, capacity);
        int[] order = IntStream.range(0, count).toArray();
        for (int from = 0; from < count; from += capacity) {
            int batch = Math.min(capacity, count - from);
            propagation.load(inputs, decoderInputs, order, from, batch);
            propagation.forward(parameters, batch);
            TimeMajor.scatter(
                    propagation.outputs(), steps, network.outputs(), batch, predicted, from);
        }
        return predicted;
    }

    /**
     * The value after a window: the last output of a net without a decoder.
     *
     * @param window (T, F)
     * @return (O)
     */
    public float[] next(float[] window) {
        require(!network.hasDecoder(), "an encoder-decoder decodes");
        single.load(window, null, FIRST, 0, 1);
        single.forward(parameters, 1);
        int end = network.targetSteps() * network.outputs();
        return Arrays.copyOfRange(single.outputs(), end - network.outputs(), end);
    }

    /**
     * Runs freely: predicts, appends the prediction, drops the oldest step, again and again.
     *
     * @param window (T, F) with F = O; not modified
     * @return (steps, O)
     */
    public float[] freeRun(float[] window, int steps) {
        int features = network.inputs();
        require(features == network.outputs(), "outputs are no inputs here");
        float[] current = window.clone();
        float[] run = new float[steps * features];
        for (int k = 0; k < steps; k++) {
            float[] predicted = next(current);
            System.arraycopy(predicted, 0, run, k * features, features);
            System.arraycopy(current, features, current, 0, current.length - features);
            System.arraycopy(predicted, 0, current, current.length - features, features);
        }
        return run;
    }

    /**
     * Greedy decoding: the encoder reads the window, the decoder starts from 0 and is fed its own
     * output.
     *
     * @param window (T, F)
     * @return (steps, O)
     */
    public float[] decode(float[] window, int steps) {
        int outputs = network.outputs();
        require(network.hasDecoder() && network.decoderInputs() == outputs, "nothing to decode");
        single.load(window, new float[network.window() * outputs], FIRST, 0, 1);
        single.encode(parameters, 1);
        KernelStack decoder = new KernelStack(network.decoderLayers(), 1, 1);
        DenseKernel dense = new DenseKernel(network.dense().inputs(), outputs);
        KernelStack before = single.inputStack();
        float[] fed = new float[outputs];
        float[] run = new float[steps * outputs];
        for (int k = 0; k < steps; k++) {
            decoder.bottom().setInputs(fed, 0, 1);
            decoder.startFrom(before, 1);
            decoder.forward(parameters, 1);
            int at = network.dense().kernel().offset();
            dense.forward(
                    parameters, at, decoder.top().outputs(), decoder.top().lastOutput(1), fed, 1);
            System.arraycopy(fed, 0, run, k * outputs, outputs);
            before = decoder;
        }
        return run;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
