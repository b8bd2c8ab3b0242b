package dev.wavetrain.model;

import dev.wavetrain.model.kernel.GruKernel;
import dev.wavetrain.model.kernel.LstmKernel;
import dev.wavetrain.model.kernel.RecurrentKernel;
import dev.wavetrain.model.kernel.SimpleRnnKernel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recurrent layers one on the other: the outputs of each are the inputs of the next. */
final class KernelStack {

    private final List<RecurrentLayer> layers;
    private final List<RecurrentKernel> kernels;

    KernelStack(List<RecurrentLayer> layers, int capacity, int steps) {
        this.layers = layers;
        this.kernels = layers.stream().map(layer -> kernel(layer, capacity, steps)).toList();
    }

    static RecurrentKernel kernel(RecurrentLayer layer, int capacity, int steps) {
        int features = layer.inputs();
        int units = layer.units();
        return switch (layer.cell()) {
            case SIMPLE_RNN -> new SimpleRnnKernel(capacity, steps, features, units);
            case LSTM -> new LstmKernel(capacity, steps, features, units);
            case GRU -> new GruKernel(capacity, steps, features, units);
        };
    }

    RecurrentKernel bottom() {
        return kernels.getFirst();
    }

    RecurrentKernel top() {
        return kernels.getLast();
    }

    void startFromZero(int batch) {
        for (int k = 0; k < kernels.size(); k++) {
            kernels.get(k).startFromZero(batch);
        }
    }

    /** Each layer starts where the same layer of {@code other} ended. */
    void startFrom(KernelStack other, int batch) {
        for (int k = 0; k < kernels.size(); k++) {
            kernels.get(k).startFrom(other.kernels.get(k), batch);
        }
    }

    /** From the inputs set at the bottom to the outputs at the top. */
    void forward(float[] parameters, int batch) {
        for (int k = 0; k < kernels.size(); k++) {
            RecurrentKernel kernel = kernels.get(k);
            if (k > 0) {
                RecurrentKernel below = kernels.get(k - 1);
                kernel.setInputs(below.outputs(), below.firstOutput(batch), batch);
            }
            kernel.forward(parameters, at(k), batch);
        }
    }

    /**
     * From the output gradients at the top, which are set, to this stack's part of {@code
     * gradient}.
     *
     * @param follower a stack that started where this one ended and has gone backward; null for
     *     none
     */
    void backward(float[] parameters, float[] gradient, int batch, @Nullable KernelStack follower) {
        for (int k = kernels.size() - 1; k >= 0; k--) {
            RecurrentKernel kernel = kernels.get(k);
            if (k < kernels.size() - 1) {
                kernel.clearStartGradient(batch);
                kernels.get(k + 1)
                        .inputGradient(
                                parameters,
                                at(k + 1),
                                kernel.outputGradients(),
                                kernel.firstOutput(batch),
                                batch);
            }
            if (follower != null) {
                kernel.addEndGradient(follower.kernels.get(k), batch);
            }
            kernel.backward(parameters, gradient, at(k), batch);
        }
    }

    /** Overwrites target (T, B, F) with the gradient by the inputs, after {@link #backward}. */
    void inputGradient(float[] parameters, float[] target, int batch) {
        bottom().inputGradient(parameters, at(0), target, 0, batch);
    }

    private int at(int k) {
        return layers.get(k).recurrentKernel().offset();
    }
}
