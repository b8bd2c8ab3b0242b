package dev.wavetrain.model.kernel;

import java.util.Arrays;

/**
 * One recurrent layer over the windows of a batch: forward, and backward through time. Holds its
 * own buffers, so that nothing is allocated while training; one thread, one kernel.
 *
 * <p>Parameters lie in a flat array from {@code at}: recurrent kernel U (H, G H), kernel W (F, G
 * H), bias b (1, G H); a GRU has a second bias behind. A batch may be smaller than the capacity:
 * the buffers are then filled as if they had been made for it.
 *
 * <p>float throughout: sums over at most some thousand terms of order 1, whose rounding (1e-6) lies
 * far below the noise of a training step; double would halve the speed.
 */
public abstract class RecurrentKernel {

    /** Windows of so many steps are taken whole. */
    private static final int MOST_AT_ONCE = 100;

    /** Of longer ones so many at a time, while what they left is in the core's own cache. */
    private static final int STRIDE = 50;

    protected final int steps;
    protected final int features;
    protected final int units;

    /** G H. */
    protected final int columns;

    /** (T, B, F + 1): the inputs, each row ending in a 1 that carries the bias. */
    private final float[] inputs;

    /** (T + 1, B, H): row 0 the state before the first step, row t + 1 the output of step t. */
    protected final float[] states;

    /** (T + 1, B, H): the loss's gradient by {@link #states}. */
    protected final float[] stateGradients;

    /** h U, of the gates whose sums take it. */
    private final RepeatedProduct forwardProduct;

    /** d U'. */
    private final RepeatedProduct backwardProduct;

    protected final Blas blas = new Blas();

    /** Steps whose sums are formed and whose weight gradients are taken together. */
    protected final int stride;

    private boolean startsFromZero = true;

    /**
     * @param summed how many of the gates, the first ones, add h U to x W + b
     */
    protected RecurrentKernel(
            int capacity, int steps, int features, int units, int gates, int summed) {
        this.steps = steps;
        this.features = features;
        this.units = units;
        this.columns = gates * units;
        this.forwardProduct = new RepeatedProduct(blas, units, summed * units, false);
        this.backwardProduct = new RepeatedProduct(blas, columns, units, true);
        this.stride = steps <= MOST_AT_ONCE ? steps : STRIDE;
        this.inputs = new float[Math.multiplyExact(steps * capacity, features + 1)];
        this.states = new float[Math.multiplyExact((steps + 1) * capacity, units)];
        this.stateGradients = new float[states.length];
        for (int i = features; i < inputs.length; i += features + 1) {
            inputs[i] = 1;
        }
    }

    /** Sets the inputs of all steps. {@code source} (T, B, F) from {@code at}; not modified. */
    public void setInputs(float[] source, int at, int batch) {
        int row = features + 1;
        int rows = steps * batch;
        if (features == 1) {
            for (int r = 0; r < rows; r++) {
                inputs[2 * r] = source[at + r];
            }
            return;
        }
        for (int r = 0; r < rows; r++) {
            System.arraycopy(source, at + r * features, inputs, r * row, features);
        }
    }

    /** Makes the next forward pass start from zero. */
    public void startFromZero(int batch) {
        startsFromZero = true;
        Arrays.fill(states, 0, batch * units, 0);
    }

    /** Makes the next forward pass start where another kernel of the same kind ended. */
    public void startFrom(RecurrentKernel other, int batch) {
        startsFromZero = false;
        int size = batch * units;
        System.arraycopy(other.states, other.steps * size, states, 0, size);
    }

    /** All steps. */
    public void forward(float[] parameters, int at, int batch) {
        float[] weights = inputWeights(parameters, at);
        takeRecurrentKernel(parameters, at, batch);
        for (int from = 0; from < steps; from += stride) {
            int to = Math.min(steps, from + stride);
            inputProduct(weights, at, from, to, batch);
            for (int t = from; t < to; t++) {
                step(parameters, at, t, batch);
            }
        }
    }

    /** Before the steps of a forward pass, whose recurrent products all have the same kernel. */
    protected void takeRecurrentKernel(float[] parameters, int at, int batch) {
        forwardProduct.take(parameters, at, columns, batch, steps);
    }

    /** The outputs of all steps: (T, B, H) from {@link #firstOutput}. */
    public float[] outputs() {
        return states;
    }

    /** The gradient by the outputs, laid out like them; kept within {@link #backward}. */
    public float[] outputGradients() {
        return stateGradients;
    }

    public int firstOutput(int batch) {
        return batch * units;
    }

    public int lastOutput(int batch) {
        return steps * batch * units;
    }

    /** Clears all that flows back: {@link #outputGradients} and what comes from beyond the end. */
    public void clearGradients(int batch) {
        Arrays.fill(stateGradients, 0, (steps + 1) * batch * units, 0);
        clearCarried(batch);
    }

    /**
     * The same where the gradients by the outputs of all steps have been written already: clears
     * those by the state before the first step and beyond the end.
     */
    public void clearStartGradient(int batch) {
        Arrays.fill(stateGradients, 0, batch * units, 0);
        clearCarried(batch);
    }

    /** Clears the gradient of what is carried from step to step beside the output. */
    protected void clearCarried(int batch) {}

    /** Adds what a kernel that started from this one's end sends back. */
    public void addEndGradient(RecurrentKernel follower, int batch) {
        int size = batch * units;
        int end = steps * size;
        for (int i = 0; i < size; i++) {
            stateGradients[end + i] += follower.stateGradients[i];
        }
    }

    /**
     * Backward through all steps. Reads {@link #outputGradients} (modified: afterwards its row 0 is
     * the gradient by the state before the first step) and overwrites this layer's part of {@code
     * gradient}.
     */
    public void backward(float[] parameters, float[] gradient, int at, int batch) {
        backwardProduct.take(parameters, at, columns, batch, steps);
        for (int from = (steps - 1) / stride * stride; from >= 0; from -= stride) {
            int to = Math.min(steps, from + stride);
            for (int t = to - 1; t >= from; t--) {
                stepBack(t, batch);
            }
            weightGradient(gradient, at, from, to, batch);
        }
    }

    /** The gradient by the inputs: overwrites {@code target} (T, B, F) from {@code to}. */
    public void inputGradient(float[] parameters, int at, float[] target, int to, int batch) {
        blas.multiplyByTransposed(
                steps * batch,
                features,
                columns,
                inputSumGradients(),
                sumsAt(batch),
                columns,
                parameters,
                kernel(at),
                columns,
                0,
                target,
                to,
                features);
    }

    /** sums (T, B, G H) = x W + b for the steps of one stride, as one product with [x 1]. */
    private void inputProduct(float[] weights, int at, int from, int to, int batch) {
        int row = features + 1;
        blas.multiply(
                (to - from) * batch,
                columns,
                row,
                inputs,
                from * batch * row,
                row,
                weights,
                inputWeightsAt(at),
                columns,
                0,
                inputSums(),
                sumsAt(batch) + from * batch * columns,
                columns);
    }

    /** Holds W and b one after the other. */
    protected float[] inputWeights(float[] parameters, int at) {
        return parameters;
    }

    /** Where W begins in {@link #inputWeights}. */
    protected int inputWeightsAt(int at) {
        return kernel(at);
    }

    /**
     * Whether the state before a step is known to be zero, so that products with it can be left.
     */
    protected final boolean isZeroBefore(int t) {
        return t == 0 && startsFromZero;
    }

    /**
     * dU = sum of h' d, d[W b] = sum of [x 1]' d, each as one product over the steps of a stride;
     * adds to those of the later strides.
     */
    protected void weightGradient(float[] gradient, int at, int from, int to, int batch) {
        int first = isZeroBefore(from) ? from + 1 : from;
        if (first < to) {
            recurrentGradient(gradient, at, first, to, batch);
        } else if (to == steps) {
            Arrays.fill(gradient, at, at + units * columns, 0);
        }
        blas.multiplyTransposed(
                features + 1,
                columns,
                (to - from) * batch,
                inputs,
                from * batch * (features + 1),
                features + 1,
                inputSumGradients(),
                sumsAt(batch) + from * batch * columns,
                columns,
                unlessLast(to),
                gradient,
                kernel(at),
                columns);
    }

    private void recurrentGradient(float[] gradient, int at, int from, int to, int batch) {
        blas.multiplyTransposed(
                units,
                columns,
                (to - from) * batch,
                states,
                from * batch * units,
                units,
                recurrentSumGradients(),
                recurrentSumsAt(from, batch),
                columns,
                unlessLast(to),
                gradient,
                at,
                columns);
    }

    /** The last stride comes first on the way back, and overwrites what an earlier batch left. */
    private float unlessLast(int to) {
        return to == steps ? 0 : 1;
    }

    /**
     * target (B, G H) += h U for the state before step t, in the columns of the gates that add it;
     * nothing where that state is zero.
     */
    protected void addRecurrentProduct(int t, float[] target, int to, int batch) {
        if (isZeroBefore(t)) {
            return;
        }
        forwardProduct.add(batch, states, t * batch * units, units, target, to, columns);
    }

    /** Gradient by the state before step t += d U'; nothing where nobody asks for it. */
    protected void addRecurrentGradient(int t, float[] source, int from, int batch) {
        if (isZeroBefore(t)) {
            return;
        }
        backwardProduct.add(batch, source, from, columns, stateGradients, t * batch * units, units);
    }

    /**
     * target (1, G H) += column sums of the gradients by h U over the steps of a stride, by the
     * inputs' column of ones.
     */
    protected void sumRows(float[] target, int at, int from, int to, int batch) {
        blas.multiplyTransposed(
                1,
                columns,
                (to - from) * batch,
                inputs,
                from * batch * (features + 1) + features,
                features + 1,
                recurrentSumGradients(),
                recurrentSumsAt(from, batch),
                columns,
                unlessLast(to),
                target,
                at,
                columns);
    }

    protected int kernel(int at) {
        return at + units * columns;
    }

    protected int bias(int at) {
        return kernel(at) + features * columns;
    }

    /** (T, B, G H) from {@link #sumsAt}: takes x W + b. */
    protected abstract float[] inputSums();

    /** (T, B, G H) from {@link #sumsAt}: the gradient by x W + b, after the steps back. */
    protected abstract float[] inputSumGradients();

    /** (B, G H) of step t from {@link #recurrentSumsAt}: the gradient by h U. */
    protected abstract float[] recurrentSumGradients();

    /** Where the gradient by h U of step t begins, while the stride of that step is gone back. */
    protected int recurrentSumsAt(int t, int batch) {
        return sumsAt(batch) + t * batch * columns;
    }

    /** Where the sums of step 0 begin. */
    protected int sumsAt(int batch) {
        return 0;
    }

    protected abstract void step(float[] parameters, int at, int t, int batch);

    protected abstract void stepBack(int t, int batch);
}
