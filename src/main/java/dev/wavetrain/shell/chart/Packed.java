package dev.wavetrain.shell.chart;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

/**
 * Numbers on their way to the browser: base64 of little-endian doubles. About half of what JSON
 * takes, exact, and NaN needs no special case. Whole numbers one apart, as epochs mostly are,
 * shrink to {@code first:count}.
 */
final class Packed {

    private Packed() {}

    static String of(double[] values) {
        return values.length > 1 && countsUp(values)
                ? (long) values[0] + ":" + values.length
                : base64(values);
    }

    private static boolean countsUp(double[] values) {
        if (values[0] != Math.rint(values[0]) || Math.abs(values[0]) > 1e15) {
            return false;
        }
        for (int i = 1; i < values.length; i++) {
            if (values[i] != values[0] + i) {
                return false;
            }
        }
        return true;
    }

    private static String base64(double[] values) {
        ByteBuffer bytes =
                ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(values);
        return Base64.getEncoder().encodeToString(bytes.array());
    }
}
