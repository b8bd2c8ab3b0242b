package dev.wavetrain.model.kernel;

/**
 * Moves gates between the form of a matrix product, (B, G H) with the gates of a row side by side,
 * and the form of the element-wise loops, (G, B, H) with all of a gate together: long loops over
 * one gate run as vector instructions, loops over the H elements of a row hardly do.
 */
final class GateColumns {

    private GateColumns() {}

    /** One gate out of (B, G H): target (B, H). Modifies target. */
    static void gather(
            float[] source, int from, int columns, float[] target, int to, int batch, int units) {
        for (int b = 0; b < batch; b++) {
            System.arraycopy(source, from + b * columns, target, to + b * units, units);
        }
    }

    /** One gate (B, H) into (B, G H). Modifies target. */
    static void scatter(
            float[] source, int from, float[] target, int to, int columns, int batch, int units) {
        for (int b = 0; b < batch; b++) {
            System.arraycopy(source, from + b * units, target, to + b * columns, units);
        }
    }
}
