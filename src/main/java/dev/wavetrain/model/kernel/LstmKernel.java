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
 */
public final class LstmKernel extends RecurrentKernel {

    private static final int GATES = 4;

    /** (T, B, 4 H): sums, then the gradients by them. */
    private final float[] sums;

    /**
     * (T, 4, B, H): gates in the order i, f, o, g, those through the logistic function together.
     */
    private final float[] gates;

    /** (T + 1, B, H): row 0 the cell state before the first step. */
    private final float[] cells;

    /** (T, B, H): tanh of the cell state after a step. */
    private final float[] cellTanh;

    /** (B, H): the gradient by the cell state, carried from step to step. */
    private final float[] carried;

    /** (4, B, H): gradients by the sums of one step. */
    private final float[] gateGradients;

    public LstmKernel(int capacity, int steps, int features, int units) {
        super(capacity, steps, features, units, GATES);
        int size = capacity * units;
        sums = new float[Math.multiplyExact(steps * GATES, size)];
        gates = new float[sums.length];
        cells = new float[(steps + 1) * size];
        cellTanh = new float[steps * size];
        carried = new float[size];
        gateGradients = new float[GATES * size];
    }

    @Override
    public void startFromZero(int batch) {
        super.startFromZero(batch);
        Arrays.fill(cells, 0, batch * units, 0);
    }

    @Override
    public void startFrom(RecurrentKernel other, int batch) {
        super.startFrom(other, batch);
        int size = batch * units;
        System.arraycopy(((LstmKernel) other).cells, other.steps * size, cells, 0, size);
    }

    @Override
    public void addEndGradient(RecurrentKernel follower, int batch) {
        super.addEndGradient(follower, batch);
        float[] from = ((LstmKernel) follower).carried;
        for (int i = 0; i < batch * units; i++) {
            carried[i] += from[i];
        }
    }

    @Override
    protected void clearCarried(int batch) {
        Arrays.fill(carried, 0, batch * units, 0);
    }

    @Override
    protected void step(float[] parameters, int at, int t, int batch) {
        int size = batch * units;
        int row = t * batch * columns;
        addRecurrentProduct(parameters, at, t, sums, row, batch);
        int i = GATES * t * size;
        int f = i + size;
        int o = f + size;
        int g = o + size;
        GateColumns.gather(sums, row, columns, gates, i, batch, units);
        GateColumns.gather(sums, row + units, columns, gates, f, batch, units);
        GateColumns.gather(sums, row + 2 * units, columns, gates, g, batch, units);
        GateColumns.gather(sums, row + 3 * units, columns, gates, o, batch, units);
        Activations.sigmoid(gates, i, 3 * size);
        Activations.tanh(gates, g, size);
        nextCell(gates, i, f, g, cells, t * size, size);
        System.arraycopy(cells, (t + 1) * size, cellTanh, t * size, size);
        Activations.tanh(cellTanh, t * size, size);
        product(gates, o, cellTanh, t * size, states, (t + 1) * size, size);
    }

    /** cell row t + 1 = f c + i g. Modifies c. */
    private static void nextCell(float[] gates, int i, int f, int g, float[] c, int at, int count) {
        int next = at + count;
        for (int k = 0; k < count; k++) {
            c[next + k] = gates[f + k] * c[at + k] + gates[i + k] * gates[g + k];
        }
    }

    private static void product(
            float[] a, int atA, float[] b, int atB, float[] target, int to, int count) {
        for (int k = 0; k < count; k++) {
            target[to + k] = a[atA + k] * b[atB + k];
        }
    }

    @Override
    protected void stepBack(float[] parameters, int at, int t, int batch) {
        int size = batch * units;
        int i = GATES * t * size;
        int f = i + size;
        int o = f + size;
        int g = o + size;
        float[] d = gateGradients;
        int h = (t + 1) * size;
        throughOutput(stateGradients, h, gates, o, cellTanh, t * size, d, 2 * size, size);
        throughCellTanh(stateGradients, h, gates, o, cellTanh, t * size, carried, size);
        throughSigmoid(carried, gates, g, gates, i, d, 0, size);
        throughSigmoid(carried, cells, t * size, gates, f, d, size, size);
        throughCandidate(carried, gates, i, g, d, 3 * size, size);
        product(carried, 0, gates, f, carried, 0, size);

        int row = t * batch * columns;
        GateColumns.scatter(d, 0, sums, row, columns, batch, units);
        GateColumns.scatter(d, size, sums, row + units, columns, batch, units);
        GateColumns.scatter(d, 3 * size, sums, row + 2 * units, columns, batch, units);
        GateColumns.scatter(d, 2 * size, sums, row + 3 * units, columns, batch, units);
        addRecurrentGradient(parameters, at, t, sums, row, batch);
    }

    /** d = dh tanh(c) o (1 - o). Modifies d. */
    private static void throughOutput(
            float[] dh,
            int atH,
            float[] gates,
            int o,
            float[] tc,
            int atC,
            float[] d,
            int to,
            int count) {
        for (int k = 0; k < count; k++) {
            float v = gates[o + k];
            d[to + k] = dh[atH + k] * tc[atC + k] * v * (1 - v);
        }
    }

    /** dc += dh o (1 - tanh(c)^2). Modifies dc. */
    private static void throughCellTanh(
            float[] dh, int atH, float[] gates, int o, float[] tc, int atC, float[] dc, int count) {
        for (int k = 0; k < count; k++) {
            float v = tc[atC + k];
            dc[k] += dh[atH + k] * gates[o + k] * (1 - v * v);
        }
    }

    /** d = dc factor v (1 - v) with v from the gates. Modifies d. */
    private static void throughSigmoid(
            float[] dc,
            float[] factor,
            int atF,
            float[] gates,
            int v,
            float[] d,
            int to,
            int count) {
        for (int k = 0; k < count; k++) {
            float s = gates[v + k];
            d[to + k] = dc[k] * factor[atF + k] * s * (1 - s);
        }
    }

    /** d = dc i (1 - g^2). Modifies d. */
    private static void throughCandidate(
            float[] dc, float[] gates, int i, int g, float[] d, int to, int count) {
        for (int k = 0; k < count; k++) {
            float v = gates[g + k];
            d[to + k] = dc[k] * gates[i + k] * (1 - v * v);
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
