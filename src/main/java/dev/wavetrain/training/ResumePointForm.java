package dev.wavetrain.training;

import dev.wavetrain.training.ResumePoint.Best;
import dev.wavetrain.training.ResumePoint.Within;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of a resume point, little-endian: magic and version, the fields in order (an
 * array as its length and its floats, -1 for null), CRC-32 of all before.
 */
final class ResumePointForm {

    /** "WVR" and the version of the form. */
    private static final int MAGIC = 0x57565202;

    private static final int FIXED = 128;

    private ResumePointForm() {}

    static byte[] write(ResumePoint point) {
        Best best = point.best();
        float[] kept = best == null ? null : best.parameters();
        long floats = (long) point.parameters().length + point.optimizerState().length;
        floats += kept == null ? 0 : kept.length;
        ByteBuffer out = little(ByteBuffer.allocate(Math.toIntExact(FIXED + 4 * floats)));
        out.putInt(MAGIC).putInt(point.epoch()).putLong(point.updates());
        out.putDouble(point.watched()).putInt(point.waited());
        Within within = point.within();
        out.put((byte) (within == null ? 0 : 1));
        if (within != null) {
            out.putInt(within.samples()).putDouble(within.lossSum()).putLong(within.nanos());
        }
        put(out, point.parameters());
        put(out, point.optimizerState());
        out.put((byte) (best == null ? 0 : 1));
        if (best != null) {
            out.putInt(best.epoch()).putDouble(best.loss()).putDouble(best.valLoss());
            put(out, kept);
        }
        out.putInt(checksum(out.array(), out.position()));
        byte[] bytes = new byte[out.position()];
        out.get(0, bytes);
        return bytes;
    }

    static ResumePoint read(byte[] bytes) {
        ByteBuffer in = little(ByteBuffer.wrap(bytes));
        if (bytes.length < 8
                || in.getInt() != MAGIC
                || in.getInt(bytes.length - 4) != checksum(bytes, bytes.length - 4)) {
            throw new IllegalArgumentException("a damaged resume point");
        }
        try {
            int epoch = in.getInt();
            long updates = in.getLong();
            double watched = in.getDouble();
            int waited = in.getInt();
            Within within =
                    in.get() == 0 ? null : new Within(in.getInt(), in.getDouble(), in.getLong());
            float[] parameters = present(floats(in));
            float[] state = present(floats(in));
            Best best =
                    in.get() == 0
                            ? null
                            : new Best(in.getInt(), in.getDouble(), in.getDouble(), floats(in));
            return new ResumePoint(
                    epoch, within, updates, parameters, state, best, watched, waited);
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("a damaged resume point", e);
        }
    }

    private static void put(ByteBuffer out, float @Nullable [] values) {
        if (values == null) {
            out.putInt(-1);
            return;
        }
        out.putInt(values.length);
        out.asFloatBuffer().put(values);
        out.position(out.position() + 4 * values.length);
    }

    private static float @Nullable [] floats(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0) {
            return null;
        }
        if (length > in.remaining() / 4) {
            throw new BufferUnderflowException();
        }
        float[] values = new float[length];
        in.asFloatBuffer().get(values);
        in.position(in.position() + 4 * length);
        return values;
    }

    private static float[] present(float @Nullable [] values) {
        if (values == null) {
            throw new IllegalArgumentException("a resume point without weights");
        }
        return values;
    }

    private static ByteBuffer little(ByteBuffer buffer) {
        return buffer.order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }
}
