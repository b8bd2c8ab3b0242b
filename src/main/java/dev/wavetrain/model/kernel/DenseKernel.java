package dev.wavetrain.model.kernel;

import java.util.Arrays;

/** y = h W + b on rows of H units; W (H, O) from {@code at}, b (O) behind it. */
public final class DenseKernel {

    private final int units;
    private final int outputs;
    private final Blas blas = new Blas();

    public DenseKernel(int units, int outputs) {
        this.units = units;
        this.outputs = outputs;
    }

    /** y (rows, O) from 0 = h W + b. Modifies y. */
    public void forward(float[] parameters, int at, float[] h, int atH, float[] y, int rows) {
        int bias = at + units * outputs;
        if (outputs == 1) {
            Arrays.fill(y, 0, rows, parameters[bias]);
        } else {
            for (int r = 0; r < rows; r++) {
                System.arraycopy(parameters, bias, y, r * outputs, outputs);
            }
        }
        blas.multiply(
                rows, outputs, units, h, atH, units, parameters, at, outputs, 1, y, 0, outputs);
    }

    /** Overwrites dh (rows, H) and this layer's part of {@code gradient}, from dy (rows, O). */
    public void backward(
            float[] parameters,
            float[] gradient,
            int at,
            float[] h,
            float[] dh,
            int atH,
            float[] dy,
            int rows) {
        blas.multiplyByTransposed(
                rows, units, outputs, dy, 0, outputs, parameters, at, outputs, 0, dh, atH, units);
        blas.multiplyTransposed(
                units, outputs, rows, h, atH, units, dy, 0, outputs, 0, gradient, at, outputs);
        int bias = at + units * outputs;
        Arrays.fill(gradient, bias, bias + outputs, 0);
        for (int r = 0; r < rows; r++) {
            for (int o = 0; o < outputs; o++) {
                gradient[bias + o] += dy[r * outputs + o];
            }
        }
    }
}
