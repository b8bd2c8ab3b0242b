package dev.wavetrain.sharing;

import dev.wavetrain.model.Checksums;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/** Long random keys, of which only the hash is ever stored. */
final class Secret {

    private static final int RANDOM_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secret() {}

    /** 256 random bits, as they may stand in an address. */
    static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** SHA-256 in hexadecimal. A random key of this length needs no slower hash. */
    static String hash(String secret) {
        return Checksums.bytes(secret.getBytes(StandardCharsets.UTF_8));
    }
}
