package dev.wavetrain.model.kernel;

/**
 * Gated recurrent unit with the reset gate after the recurrent product (Cho 2014 in the form of
 * cuDNN; Keras {@code GRU} with {@code reset_after}), gates z, r, h side by side in the parameters,
 * a bias b for the input product and a bias e for the recurrent one:
 *
 * <pre>
 * z = s(x Wz + bz + h Uz + ez)   r = s(x Wr + br + h Ur + er)
 * n = tanh(x Wh + bh + r q)      q = h Uh + eh
 * h' = z h + (1 - z) n
 * </pre>
 */
public final class GruKernel extends RecurrentKernel {

    private static final int GATES = 3;

    /** (T, B, 3 H): x W + b, then the gradients by it. */
    private final float[] sums;

    /** (T, B, 3 H): h U + e, then the gradients by it. */
    private final float[] recurrent;

    /** (T, 3, B, H): z, r, n. */
    private final float[] gates;

    /** (T, B, H): q. */
    private final float[] resettable;

    /** (4, B, H): the recurrent part of z and r; on the way back gradients of z, r, n, q. */
    private final float[] scratch;

    public GruKernel(int capacity, int steps, int features, int units) {
        super(capacity, steps, features, units, GATES);
        int size = capacity * units;
        sums = new float[Math.multiplyExact(steps * GATES, size)];
        recurrent = new float[sums.length];
        gates = new float[sums.length];
        resettable = new float[steps * size];
        scratch = new float[4 * size];
    }

    @Override
    protected void step(float[] parameters, int at, int t, int batch) {
        int size = batch * units;
        int row = t * batch * columns;
        recurrentProduct(parameters, at, t, batch);
        int z = GATES * t * size;
        int r = z + size;
        int n = r + size;
        GateColumns.gather(sums, row, columns, gates, z, batch, units);
        GateColumns.gather(sums, row + units, columns, gates, r, batch, units);
        GateColumns.gather(sums, row + 2 * units, columns, gates, n, batch, units);
        GateColumns.gather(recurrent, row, columns, scratch, 0, batch, units);
        GateColumns.gather(recurrent, row + units, columns, scratch, size, batch, units);
        GateColumns.gather(recurrent, row + 2 * units, columns, resettable, t * size, batch, units);
        add(gates, z, scratch, 2 * size);
        Activations.sigmoid(gates, z, 2 * size);
        addReset(gates, n, r, resettable, t * size, size);
        Activations.tanh(gates, n, size);
        nextState(gates, z, n, states, t * size, size);
    }

    /** (B, 3 H) of step t = h U + e. */
    private void recurrentProduct(float[] parameters, int at, int t, int batch) {
        int row = t * batch * columns;
        for (int b = 0; b < batch; b++) {
            System.arraycopy(parameters, bias(at) + columns, recurrent, row + b * columns, columns);
        }
        addRecurrentProduct(parameters, at, t, recurrent, row, batch);
    }

    /** a += b. Modifies a. */
    private static void add(float[] a, int at, float[] b, int count) {
        for (int k = 0; k < count; k++) {
            a[at + k] += b[k];
        }
    }

    /** n += r q. Modifies n. */
    private static void addReset(float[] gates, int n, int r, float[] q, int at, int count) {
        for (int k = 0; k < count; k++) {
            gates[n + k] += gates[r + k] * q[at + k];
        }
    }

    /** state row t + 1 = n + z (h - n). Modifies h. */
    private static void nextState(float[] gates, int z, int n, float[] h, int at, int count) {
        int next = at + count;
        for (int k = 0; k < count; k++) {
            float v = gates[n + k];
            h[next + k] = v + gates[z + k] * (h[at + k] - v);
        }
    }

    @Override
    protected void stepBack(float[] parameters, int at, int t, int batch) {
        int size = batch * units;
        int z = GATES * t * size;
        int r = z + size;
        int n = r + size;
        int before = t * size;
        int after = before + size;
        float[] d = scratch;
        throughUpdate(stateGradients, after, gates, z, n, states, before, d, size);
        throughCandidate(stateGradients, after, gates, z, n, d, 2 * size, size);
        throughReset(gates, r, resettable, before, d, size, 2 * size, size);
        throughProduct(gates, r, d, 2 * size, 3 * size, size);
        keep(stateGradients, after, before, gates, z, size);

        int row = t * batch * columns;
        GateColumns.scatter(d, 0, sums, row, columns, batch, units);
        GateColumns.scatter(d, size, sums, row + units, columns, batch, units);
        GateColumns.scatter(d, 2 * size, sums, row + 2 * units, columns, batch, units);
        GateColumns.scatter(d, 0, recurrent, row, columns, batch, units);
        GateColumns.scatter(d, size, recurrent, row + units, columns, batch, units);
        GateColumns.scatter(d, 3 * size, recurrent, row + 2 * units, columns, batch, units);
        addRecurrentGradient(parameters, at, t, recurrent, row, batch);
    }

    @Override
    protected void weightGradient(float[] gradient, int at, int batch) {
        super.weightGradient(gradient, at, batch);
        sumRows(recurrent, gradient, bias(at) + columns, batch);
    }

    /** dz = dh (h - n) z (1 - z). Modifies d from 0. */
    private static void throughUpdate(
            float[] dh,
            int atD,
            float[] gates,
            int z,
            int n,
            float[] h,
            int atH,
            float[] d,
            int count) {
        for (int k = 0; k < count; k++) {
            float v = gates[z + k];
            d[k] = dh[atD + k] * (h[atH + k] - gates[n + k]) * v * (1 - v);
        }
    }

    /** dn = dh (1 - z) (1 - n^2). Modifies d. */
    private static void throughCandidate(
            float[] dh, int atD, float[] gates, int z, int n, float[] d, int to, int count) {
        for (int k = 0; k < count; k++) {
            float v = gates[n + k];
            d[to + k] = dh[atD + k] * (1 - gates[z + k]) * (1 - v * v);
        }
    }

    /** dr = dn q r (1 - r). Modifies d. */
    private static void throughReset(
            float[] gates, int r, float[] q, int atQ, float[] d, int to, int dn, int count) {
        for (int k = 0; k < count; k++) {
            float v = gates[r + k];
            d[to + k] = d[dn + k] * q[atQ + k] * v * (1 - v);
        }
    }

    /** dq = dn r. Modifies d. */
    private static void throughProduct(float[] gates, int r, float[] d, int dn, int to, int count) {
        for (int k = 0; k < count; k++) {
            d[to + k] = d[dn + k] * gates[r + k];
        }
    }

    /** Gradient by the state before += gradient by the state after z. Modifies dh. */
    private static void keep(float[] dh, int after, int before, float[] gates, int z, int count) {
        for (int k = 0; k < count; k++) {
            dh[before + k] += dh[after + k] * gates[z + k];
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
        return recurrent;
    }
}
