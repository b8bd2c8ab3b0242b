package dev.wavetrain.model;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The bytes that {@code Nd4j.write} gives for a vector of floats: a shape, then big-endian values.
 * Written and read here so that saving needs no native code and reading trusts nothing.
 */
final class ArrayBytes {

    private static final String ALLOCATION = "MIXED_DATA_TYPES";

    /** ND4J's flags for "float". */
    private static final long FLOAT_FLAGS = 8192;

    private ArrayBytes() {}

    static byte[] write(float[] values) {
        byte[] header = header(values.length);
        ByteBuffer bytes = ByteBuffer.allocate(size(values.length, header));
        bytes.put(header).asFloatBuffer().put(values);
        return bytes.array();
    }

    /** Bytes of a vector of so many values. */
    static int size(int values) {
        return size(values, header(values));
    }

    static float[] read(byte[] bytes, int values) throws DamagedModel {
        byte[] header = header(values);
        if (bytes.length != size(values, header)
                || !Arrays.equals(bytes, 0, header.length, header, 0, header.length)) {
            throw new DamagedModel("It does not hold the " + values + " values it says it holds.");
        }
        float[] read = new float[values];
        ByteBuffer.wrap(bytes, header.length, bytes.length - header.length)
                .asFloatBuffer()
                .get(read);
        return read;
    }

    private static int size(int values, byte[] header) {
        return Math.addExact(header.length, Math.multiplyExact(values, Float.BYTES));
    }

    private static byte[] header(int values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            // rank, length, stride, flags, element-wise stride, order
            long[] shape = {1, values, 1, FLOAT_FLAGS, 1, 'c'};
            out.writeUTF(ALLOCATION);
            out.writeLong(shape.length);
            out.writeUTF("LONG");
            for (long number : shape) {
                out.writeLong(number);
            }
            out.writeUTF(ALLOCATION);
            out.writeLong(values);
            out.writeUTF("FLOAT");
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return bytes.toByteArray();
    }
}
