package dev.wavetrain.bench;

import dev.wavetrain.model.kernel.Blas;
import java.util.Arrays;

/**
 * One matrix product of the engine.
 *
 * @param kind which of the operands is transposed
 * @param m rows of the result
 * @param n columns of the result
 * @param k terms of each element's sum
 */
record Product(Kind kind, int m, int n, int k) {

    private static final double MEASURED_SECONDS = 0.02;

    enum Kind {
        AS_IS,
        BY_TRANSPOSED,
        TRANSPOSED
    }

    /** A multiplication and an addition for each term. */
    double flops() {
        return 2.0 * m * n * k;
    }

    /**
     * Seconds that the product alone takes, again and again on the same arrays. A row-major operand
     * lies as it does in the kernels, row after row.
     */
    double seconds() {
        float[] a = filled(m * k);
        float[] b = filled(k * n);
        float[] c = new float[m * n];
        Blas blas = new Blas();
        int count = 1;
        double seconds = 0;
        while (seconds < MEASURED_SECONDS) {
            seconds = seconds(count, blas, a, b, c);
            if (seconds < MEASURED_SECONDS) {
                count = (int) Math.max(2L * count, count * MEASURED_SECONDS / (seconds + 1e-6));
            }
        }
        return seconds / count;
    }

    private double seconds(int count, Blas blas, float[] a, float[] b, float[] c) {
        return Measured.threadSeconds(() -> {
            for (int i = 0; i < count; i++) {
                multiply(blas, a, b, c);
            }
        });
    }

    private void multiply(Blas blas, float[] a, float[] b, float[] c) {
        switch (kind) {
            case AS_IS -> blas.multiply(m, n, k, a, 0, k, b, 0, n, 0, c, 0, n);
            case BY_TRANSPOSED -> blas.multiplyByTransposed(m, n, k, a, 0, k, b, 0, k, 0, c, 0, n);
            case TRANSPOSED -> blas.multiplyTransposed(m, n, k, a, 0, m, b, 0, n, 0, c, 0, n);
        }
    }

    private static float[] filled(int length) {
        float[] values = new float[length];
        Arrays.fill(values, 0.5f);
        return values;
    }
}
