package dev.wavetrain.model.kernel;

/**
 * h' = tanh(x W + h U + b) (Elman 1990; Keras {@code SimpleRNN}).
 *
 * <p>The sums are formed where the states will stand and become states in place; likewise the
 * gradients by states become gradients by sums.
 */
public final class SimpleRnnKernel extends RecurrentKernel {

    public SimpleRnnKernel(int capacity, int steps, int features, int units) {
        super(capacity, steps, features, units, 1, 1);
    }

    @Override
    protected float[] inputSums() {
        return states;
    }

    @Override
    protected float[] inputSumGradients() {
        return stateGradients;
    }

    @Override
    protected float[] recurrentSumGradients() {
        return stateGradients;
    }

    @Override
    protected int sumsAt(int batch) {
        return batch * units;
    }

    @Override
    protected void step(float[] parameters, int at, int t, int batch) {
        int size = batch * units;
        int row = (t + 1) * size;
        addRecurrentProduct(t, states, row, batch);
        Activations.tanh(states, row, size);
    }

    @Override
    protected void stepBack(int t, int batch) {
        int size = batch * units;
        int row = (t + 1) * size;
        throughTanh(states, stateGradients, row, size);
        addRecurrentGradient(t, stateGradients, row, batch);
    }

    /** d = d (1 - h^2). Modifies d. */
    private static void throughTanh(float[] h, float[] d, int at, int count) {
        for (int i = at; i < at + count; i++) {
            d[i] *= 1 - h[i] * h[i];
        }
    }
}
