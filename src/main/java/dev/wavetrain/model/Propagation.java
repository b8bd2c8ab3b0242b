package dev.wavetrain.model;

import dev.wavetrain.model.kernel.Blas;
import dev.wavetrain.model.kernel.DenseKernel;
import dev.wavetrain.model.kernel.RecurrentKernel;
import org.jspecify.annotations.Nullable;

/**
 * A network at work on batches of windows: forward, and backward to the gradient of a loss by the
 * parameters. Holds all buffers; nothing is allocated after the first pass. One thread at a time.
 */
public final class Propagation {

    private final Network network;
    private final KernelStack stack;
    private final @Nullable KernelStack decoder;
    private final DenseKernel dense;
    private final int atDense;
    private final float[] inputs;
    private final float[] decoderInputs;
    private final float[] outputs;
    private final float[] outputGradients;

    /**
     * @param capacity windows of the largest batch
     */
    public Propagation(Network network, int capacity) {
        this.network = network;
        int steps = network.window();
        stack = new KernelStack(network.layers(), capacity, steps);
        decoder =
                network.hasDecoder()
                        ? new KernelStack(network.decoderLayers(), capacity, steps)
                        : null;
        DenseLayer layer = network.dense();
        dense = new DenseKernel(layer.inputs(), layer.outputs());
        atDense = layer.kernel().offset();
        inputs = new float[capacity * steps * network.inputs()];
        decoderInputs = new float[capacity * steps * network.decoderInputs()];
        outputs = new float[capacity * network.targetSteps() * network.outputs()];
        outputGradients = new float[outputs.length];
    }

    /**
     * The kind of processor whose arithmetic is used, part of a run's provenance: another kind
     * rounds otherwise. Loads the arithmetic, which must happen before ND4J loads its own.
     */
    public static String processor() {
        return Blas.processor();
    }

    /** Floats that the buffers of such a propagation take, roughly. */
    public static long floats(Network network, long capacity) {
        long stacks = network.hasDecoder() ? 2 : 1;
        long units = network.units().stream().mapToLong(Integer::longValue).sum();
        long perStep = units * (2L * network.cell().gates() + 5) + network.inputs() + 2;
        return stacks * capacity * (network.window() + 1L) * perStep;
    }

    /**
     * Sets the windows of the next batch.
     *
     * @param source (N, T, F)
     * @param decoderSource (N, T, D) for an encoder-decoder, null else
     * @param order the windows' indices, {@code batch} of them from {@code from}
     */
    public void load(
            float[] source, float @Nullable [] decoderSource, int[] order, int from, int batch) {
        int steps = network.window();
        TimeMajor.gather(source, steps, network.inputs(), order, from, batch, inputs);
        stack.bottom().setInputs(inputs, 0, batch);
        if (decoder != null) {
            if (decoderSource == null) {
                throw new IllegalArgumentException("an encoder-decoder needs decoder inputs");
            }
            int features = network.decoderInputs();
            TimeMajor.gather(decoderSource, steps, features, order, from, batch, decoderInputs);
            decoder.bottom().setInputs(decoderInputs, 0, batch);
        }
    }

    /** From the windows loaded to {@link #outputs}. */
    public void forward(float[] parameters, int batch) {
        encode(parameters, batch);
        if (decoder != null) {
            decoder.startFrom(stack, batch);
            decoder.forward(parameters, batch);
        }
        RecurrentKernel top = outputStack().top();
        dense.forward(
                parameters, atDense, top.outputs(), firstRow(top, batch), outputs, rows(batch));
    }

    /** The layers that read the input alone. */
    void encode(float[] parameters, int batch) {
        stack.startFromZero(batch);
        stack.forward(parameters, batch);
    }

    /** (T or 1, B, O), valid until the next forward pass. */
    public float[] outputs() {
        return outputs;
    }

    /** (T or 1, B, O): to be filled before {@link #backward}. */
    public float[] outputGradients() {
        return outputGradients;
    }

    /** From {@link #outputGradients} to the gradient by every parameter: overwrites gradient. */
    public void backward(float[] parameters, float[] gradient, int batch) {
        RecurrentKernel top = outputStack().top();
        if (network.head() == Head.LAST) {
            top.clearGradients(batch);
        } else {
            top.clearStartGradient(batch);
        }
        dense.backward(
                parameters,
                gradient,
                atDense,
                top.outputs(),
                top.outputGradients(),
                firstRow(top, batch),
                outputGradients,
                rows(batch));
        if (decoder != null) {
            decoder.backward(parameters, gradient, batch, null);
            stack.top().clearGradients(batch);
        }
        stack.backward(parameters, gradient, batch, decoder);
    }

    /** The gradient by the inputs (T, B, F), after {@link #backward}. Overwrites target. */
    public void inputGradient(float[] parameters, float[] target, int batch) {
        stack.inputGradient(parameters, target, batch);
    }

    /** The gradient by the decoder's inputs (T, B, D), after {@link #backward}. */
    public void decoderInputGradient(float[] parameters, float[] target, int batch) {
        outputStack().inputGradient(parameters, target, batch);
    }

    /** The layers whose outputs the dense layer reads. */
    KernelStack outputStack() {
        return decoder == null ? stack : decoder;
    }

    /** The layers that read the input. */
    KernelStack inputStack() {
        return stack;
    }

    private int rows(int batch) {
        return network.targetSteps() * batch;
    }

    private int firstRow(RecurrentKernel top, int batch) {
        return network.head() == Head.LAST ? top.lastOutput(batch) : top.firstOutput(batch);
    }
}
