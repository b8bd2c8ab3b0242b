package dev.wavetrain.exchange;

import dev.wavetrain.exchange.BadModelFile.Reason;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;

/**
 * The vector that {@code Nd4j.write} wrote: how it was allocated, its shape, how it was allocated
 * once more, its length and type, then big-endian values. As long as it has to be, or refused.
 */
final class Coefficients {

    private static final int MOST_RANK = 2;

    /** Flags, element-wise stride, order. */
    private static final int BEHIND_SHAPE = 3;

    private Coefficients() {}

    static float[] read(byte[] bytes, int values) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            in.readUTF();
            if (shape(in) != values) {
                throw wrongShape();
            }
            in.readUTF();
            long length = in.readLong();
            String type = in.readUTF();
            int size = type.equals("DOUBLE") ? Double.BYTES : Float.BYTES;
            boolean known = type.equals("FLOAT") || type.equals("DOUBLE");
            if (!known || length != values || in.available() != (long) values * size) {
                throw wrongShape();
            }
            float[] read = new float[values];
            for (int i = 0; i < values; i++) {
                read[i] = size == Float.BYTES ? in.readFloat() : (float) in.readDouble();
            }
            return read;
        } catch (IOException cut) {
            throw new BadModelFile(cut, Reason.TRUNCATED);
        }
    }

    /** Elements of a vector, or of a matrix that is one row or column. */
    private static long shape(DataInputStream in) throws IOException {
        long numbers = in.readLong();
        String type = in.readUTF();
        long rank = number(in, type);
        if (rank < 1 || rank > MOST_RANK || numbers != 2 * rank + 1 + BEHIND_SHAPE) {
            throw wrongShape();
        }
        long elements = number(in, type);
        if (rank == MOST_RANK) {
            long other = number(in, type);
            if (elements != 1 && other != 1) {
                throw wrongShape();
            }
            elements = Math.max(elements, other);
        }
        for (long i = 0; i < rank + BEHIND_SHAPE; i++) {
            number(in, type);
        }
        return elements;
    }

    private static long number(DataInputStream in, String type) throws IOException {
        return switch (type) {
            case "LONG" -> in.readLong();
            case "INT" -> in.readInt();
            default -> throw wrongShape();
        };
    }

    private static BadModelFile wrongShape() {
        return new BadModelFile(Reason.SHAPE, ZipParts.DL4J_PARAMETERS);
    }
}
