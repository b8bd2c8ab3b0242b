package dev.wavetrain.model.kernel;

import java.util.Arrays;

/**
 * Long short-term memory (Hochreiter and Schmidhuber 1997, forget gate of Gers 2000; Keras {@code
 * LSTM}), gates i, f, g, o side by side in the parameters:
 *
 * <pre>
 * i = s(x Wi + h Ui + bi)   f = s(..)   g = tanh(..)   o = s(..)
 * c' = f c + i g            h' = o tanh(c')
 * </pre>
 *
 * <p>All element-wise arrays are (T + 1, B, H) and belong to step t in row t + 1, as the states do:
 * the compiler vectorises a loop over several arrays only where one index serves them all.
 */
public final class LstmKernel extends RecurrentKernel {

    private static final int GATES = 4;

    /** (T, B, 4 H): sums, then the gradients by them. */
    private final float[] sums;

    /** Row t + 1: the gate of step t; on the way back the gradient by its sum. */
    private final float[] input;

    /** Row t + 1: the gate of step t. */
    private final float[] forget;

    /** Row t + 1: g of step t. */
    private final float[] candidate;

    /** Row t + 1: the gate of step t; on the way back the gradient by its sum. */
    private final float[] output;

    /** (T + 2, B, H), row t + 1: the cell state before step t; then the gradient by f's sum. */
    private final float[] cells;

    /** Row t + 1: tanh of the cell state after step t; then the gradient by g's sum. */
    private final float[] cellTanh;

    /** Row t + 1: the gradient by the cell state after step t. */
    private final float[] cellGradients;

    public LstmKernel(int capacity, int steps, int features, int units) {
        super(capacity, steps, features, units, GATES, GATES);
        sums = new float[Math.multiplyExact(steps * capacity, columns)];
        input = new float[states.length];
        forget = new float[states.length];
        candidate = new float[states.length];
        output = new float[states.length];
        cells = new float[states.length + capacity * units];
        cellTanh = new float[states.length];
        cellGradients = new float[states.length];
    }

    @Override
    public void startFromZero(int batch) {
        super.startFromZero(batch);
        int size = batch * units;
        Arrays.fill(cells, size, 2 * size, 0);
    }

    @Override
    public void startFrom(RecurrentKernel other, int batch) {
        super.startFrom(other, batch);
        int size = batch * units;
        int end = (other.steps + 1) * size;
        System.arraycopy(((LstmKernel) other).cells, end, cells, size, size);
    }

    @Override
    public void addEndGradient(RecurrentKernel follower, int batch) {
        super.addEndGradient(follower, batch);
        float[] from = ((LstmKernel) follower).cellGradients;
        int end = steps * batch * units;
        for (int i = 0; i < batch * units; i++) {
            cellGradients[end + i] += from[i];
        }
    }

    @Override
    protected void clearCarried(int batch) {
        int end = steps * batch * units;
        Arrays.fill(cellGradients, end, end + batch * units, 0);
    }

    @Override
    protected void step(float[] parameters, int at, int t, int batch) {
        int size = batch * units;
        int row = t * batch * columns;
        int here = (t + 1) * size;
        addRecurrentProduct(t, sums, row, batch);
        GateColumns.gather(sums, row, columns, input, here, batch, units);
        GateColumns.gather(sums, row + units, columns, forget, here, batch, units);
        GateColumns.gather(sums, row + 2 * units, columns, candidate, here, batch, units);
        GateColumns.gather(sums, row + 3 * units, columns, output, here, batch, units);
        Activations.sigmoid(input, here, size);
        Activations.sigmoid(forget, here, size);
        Activations.tanh(candidate, here, size);
        Activations.sigmoid(output, here, size);
        nextCell(input, forget, candidate, cells, cellTanh, here, size);
        System.arraycopy(cellTanh, here, cells, here + size, size);
        Activations.tanh(cellTanh, here, size);
        product(output, cellTanh, states, here, size);
    }

    /** next = f c + i g. Modifies next. */
    private static void nextCell(
            float[] i, float[] f, float[] g, float[] c, float[] next, int at, int count) {
        for (int k = at; k < at + count; k++) {
            next[k] = f[k] * c[k] + i[k] * g[k];
        }
    }

    /** target = a b. Modifies target. */
    private static void product(float[] a, float[] b, float[] target, int at, int count) {
        for (int k = at; k < at + count; k++) {
            target[k] = a[k] * b[k];
        }
    }

    @Override
    protected void stepBack(int t, int batch) {
        int size = batch * units;
        int here = (t + 1) * size;
        float[] dc = cellGradients;
        throughCellTanh(stateGradients, output, cellTanh, dc, here, size);
        throughOutput(stateGradients, cellTanh, output, here, size);
        throughCandidate(dc, input, candidate, cellTanh, here, size);
        throughSigmoid(dc, candidate, input, input, here, size);
        throughSigmoid(dc, cells, forget, cells, here, size);
        product(dc, forget, dc, here, size);
        System.arraycopy(dc, here, dc, here - size, size);

        int row = t * batch * columns;
        GateColumns.scatter(input, here, sums, row, columns, batch, units);
        GateColumns.scatter(cells, here, sums, row + units, columns, batch, units);
        GateColumns.scatter(cellTanh, here, sums, row + 2 * units, columns, batch, units);
        GateColumns.scatter(output, here, sums, row + 3 * units, columns, batch, units);
        addRecurrentGradient(t, sums, row, batch);
    }

    /** dc += dh o (1 - tanh(c)^2). Modifies dc. */
    private static void throughCellTanh(
            float[] dh, float[] o, float[] tanh, float[] dc, int at, int count) {
        for (int k = at; k < at + count; k++) {
            dc[k] += dh[k] * o[k] * (1 - tanh[k] * tanh[k]);
        }
    }

    /** o becomes dh tanh(c) o (1 - o). Modifies o. */
    private static void throughOutput(float[] dh, float[] tanh, float[] o, int at, int count) {
        for (int k = at; k < at + count; k++) {
            o[k] = dh[k] * tanh[k] * o[k] * (1 - o[k]);
        }
    }

    /** target = dc i (1 - g^2). Modifies target. */
    private static void throughCandidate(
            float[] dc, float[] i, float[] g, float[] target, int at, int count) {
        for (int k = at; k < at + count; k++) {
            target[k] = dc[k] * i[k] * (1 - g[k] * g[k]);
        }
    }

    /** target = dc factor s (1 - s). Modifies target, which may be one of the others. */
    private static void throughSigmoid(
            float[] dc, float[] factor, float[] s, float[] target, int at, int count) {
        for (int k = at; k < at + count; k++) {
            target[k] = dc[k] * factor[k] * s[k] * (1 - s[k]);
        }
    }

    @Override
    protected float[] inputSums() {
        return sums;
    }

    @Override
    protected float[] inputSumGradients() {
        return sums;
    }

    @Override
    protected float[] recurrentSumGradients() {
        return sums;
    }
}
