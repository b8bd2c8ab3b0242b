package dev.wavetrain.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in hex. */
public final class Checksums {

    private static final int FLOATS_AT_ONCE = 4096;

    private Checksums() {}

    /** Of the parameters as little-endian floats: equal for two runs that learned the same bits. */
    public static String parameters(float[] parameters) {
        MessageDigest digest = sha256();
        ByteBuffer bytes =
                ByteBuffer.allocate(FLOATS_AT_ONCE * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < parameters.length; from += FLOATS_AT_ONCE) {
            int count = Math.min(FLOATS_AT_ONCE, parameters.length - from);
            bytes.asFloatBuffer().put(parameters, from, count);
            digest.update(bytes.array(), 0, count * Float.BYTES);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Of bytes, such as a file's. */
    public static String bytes(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
