package dev.wavetrain.model.kernel;

/**
 * Gated recurrent unit with the reset gate after the recurrent product (Cho 2014 in the form of
 * cuDNN; Keras {@code GRU} with {@code reset_after}), gates z, r, n side by side in the parameters,
 * a bias b for the input product and a bias e for the recurrent one:
 *
 * <pre>
 * z = s(x Wz + bz + h Uz + ez)   r = s(x Wr + br + h Ur + er)
 * q = h Un + en                  n = tanh(x Wn + bn + r q)
 * h' = z h + (1 - z) n
 * </pre>
 *
 * <p>All element-wise arrays are (T + 1, B, H) and belong to step t in row t + 1, as the states do:
 * the compiler vectorises a loop over several arrays only where one index serves them all.
 */
public final class GruKernel extends RecurrentKernel {

    private static final int GATES = 3;

    /** z and r; n has h U apart, to be reset. */
    private static final int SUMMED = 2;

    /** h Un. */
    private final RepeatedProduct candidateProduct;

    /** (F + 1, 3 H): W and b + e, the latter but for n. */
    private final float[] inputWeights;

    /** (T, B, 3 H): x W + b + e, then with h U but for n; then the gradients by them. */
    private final float[] sums;

    /** The gradients by h U + e of the steps of one stride: (B, 3 H) each. */
    private final float[] recurrentGradients;

    /** Row t + 1: z of step t; on the way back the gradient by its sum. */
    private final float[] update;

    /** Row t + 1: r of step t; on the way back the gradient by its sum. */
    private final float[] reset;

    /** Row t + 1: n of step t; on the way back the gradient by its sum. */
    private final float[] candidate;

    /** Row t + 1: q of step t; on the way back the gradient by it. */
    private final float[] resettable;

    /** Row t + 1: the state before step t; on the way back what of the gradient goes straight. */
    private final float[] before;

    public GruKernel(int capacity, int steps, int features, int units) {
        super(capacity, steps, features, units, GATES, SUMMED);
        candidateProduct = new RepeatedProduct(blas, units, units, false);
        inputWeights = new float[(features + 1) * columns];
        sums = new float[Math.multiplyExact(steps * capacity, columns)];
        recurrentGradients = new float[Math.multiplyExact(stride * capacity, columns)];
        update = new float[states.length];
        reset = new float[states.length];
        candidate = new float[states.length];
        resettable = new float[states.length];
        before = new float[states.length];
    }

    @Override
    protected float[] inputWeights(float[] parameters, int at) {
        System.arraycopy(parameters, kernel(at), inputWeights, 0, inputWeights.length);
        int bias = features * columns;
        for (int k = 0; k < SUMMED * units; k++) {
            inputWeights[bias + k] += parameters[bias(at) + columns + k];
        }
        return inputWeights;
    }

    @Override
    protected int inputWeightsAt(int at) {
        return 0;
    }

    @Override
    protected void takeRecurrentKernel(float[] parameters, int at, int batch) {
        super.takeRecurrentKernel(parameters, at, batch);
        candidateProduct.take(parameters, at + SUMMED * units, columns, batch, steps);
    }

    @Override
    protected void step(float[] parameters, int at, int t, int batch) {
        int size = batch * units;
        int row = t * batch * columns;
        int here = (t + 1) * size;
        recurrentProducts(parameters, at, t, batch);
        GateColumns.gather(sums, row, columns, update, here, batch, units);
        GateColumns.gather(sums, row + units, columns, reset, here, batch, units);
        GateColumns.gather(sums, row + SUMMED * units, columns, candidate, here, batch, units);
        System.arraycopy(states, t * size, before, here, size);
        Activations.sigmoid(update, here, size);
        Activations.sigmoid(reset, here, size);
        addProduct(reset, resettable, candidate, here, size);
        Activations.tanh(candidate, here, size);
        nextState(update, candidate, before, states, here, size);
    }

    /** Adds h U to the sums of z and r, and sets q. */
    private void recurrentProducts(float[] parameters, int at, int t, int batch) {
        int here = (t + 1) * batch * units;
        int bias = bias(at) + columns + SUMMED * units;
        for (int b = 0; b < batch; b++) {
            System.arraycopy(parameters, bias, resettable, here + b * units, units);
        }
        if (isZeroBefore(t)) {
            return;
        }
        addRecurrentProduct(t, sums, t * batch * columns, batch);
        candidateProduct.add(batch, states, t * batch * units, units, resettable, here, units);
    }

    /** target += a b. Modifies target. */
    private static void addProduct(float[] a, float[] b, float[] target, int at, int count) {
        for (int k = at; k < at + count; k++) {
            target[k] += a[k] * b[k];
        }
    }

    /** next = n + z (h - n). Modifies next. */
    private static void nextState(
            float[] z, float[] n, float[] h, float[] next, int at, int count) {
        for (int k = at; k < at + count; k++) {
            next[k] = n[k] + z[k] * (h[k] - n[k]);
        }
    }

    @Override
    protected void stepBack(int t, int batch) {
        int size = batch * units;
        int here = (t + 1) * size;
        float[] dh = stateGradients;
        throughCandidate(dh, update, before, candidate, here, size);
        throughUpdate(dh, before, update, here, size);
        throughReset(candidate, resettable, reset, here, size);
        addDirect(dh, before, here, size);

        int recurrent = recurrentSumsAt(t, batch);
        scatter(sums, t * batch * columns, candidate, here, batch);
        scatter(recurrentGradients, recurrent, resettable, here, batch);
        addRecurrentGradient(t, recurrentGradients, recurrent, batch);
    }

    private void scatter(float[] target, int row, float[] third, int here, int batch) {
        GateColumns.scatter(update, here, target, row, columns, batch, units);
        GateColumns.scatter(reset, here, target, row + units, columns, batch, units);
        GateColumns.scatter(third, here, target, row + SUMMED * units, columns, batch, units);
    }

    @Override
    protected void weightGradient(float[] gradient, int at, int from, int to, int batch) {
        super.weightGradient(gradient, at, from, to, batch);
        sumRows(gradient, bias(at) + columns, from, to, batch);
    }

    /** h becomes h - n, n becomes dn = dh (1 - z) (1 - n^2). Modifies h and n. */
    private static void throughCandidate(
            float[] dh, float[] z, float[] h, float[] n, int at, int count) {
        for (int k = at; k < at + count; k++) {
            h[k] -= n[k];
        }
        for (int k = at; k < at + count; k++) {
            n[k] = dh[k] * (1 - z[k]) * (1 - n[k] * n[k]);
        }
    }

    /** z becomes dz = dh (h - n) z (1 - z), h - n becomes dh z. Modifies both. */
    private static void throughUpdate(
            float[] dh, float[] difference, float[] z, int at, int count) {
        for (int k = at; k < at + count; k++) {
            float kept = dh[k] * z[k];
            z[k] = kept * difference[k] * (1 - z[k]);
            difference[k] = kept;
        }
    }

    /** r becomes dr = dn q r (1 - r), q becomes dq = dn r. Modifies both. */
    private static void throughReset(float[] dn, float[] q, float[] r, int at, int count) {
        for (int k = at; k < at + count; k++) {
            float dq = dn[k] * r[k];
            r[k] = dq * q[k] * (1 - r[k]);
            q[k] = dq;
        }
    }

    /** Gradient by the state before += what goes straight. Modifies dh's row before. */
    private static void addDirect(float[] dh, float[] direct, int at, int count) {
        for (int k = 0; k < count; k++) {
            dh[at - count + k] += direct[at + k];
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
        return recurrentGradients;
    }

    /** The steps of each stride take the place of those of the stride before. */
    @Override
    protected int recurrentSumsAt(int t, int batch) {
        return t % stride * batch * columns;
    }
}
