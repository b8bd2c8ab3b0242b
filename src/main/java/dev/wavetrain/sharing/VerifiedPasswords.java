package dev.wavetrain.sharing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Remembers for a minute that a password was right, so that a script with Basic authentication does
 * not pay for bcrypt at each call. Kept is a digest under a key that dies with the process, over
 * the password and the stored hash: a changed password is forgotten at once.
 */
@Component
class VerifiedPasswords {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST = 1_000;

    private final Clock clock;
    private final SecretKeySpec key;
    private final ConcurrentHashMap<String, Instant> until = new ConcurrentHashMap<>();

    VerifiedPasswords(Clock clock) {
        this.clock = clock;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, "HmacSHA256");
    }

    boolean contains(String storedHash, String password) {
        Instant end = until.get(digest(storedHash, password));
        return end != null && clock.instant().isBefore(end);
    }

    void add(String storedHash, String password) {
        Instant now = clock.instant();
        if (until.size() >= MOST) {
            until.values().removeIf(end -> !now.isBefore(end));
        }
        if (until.size() < MOST) {
            until.put(digest(storedHash, password), now.plus(REMEMBERED));
        }
    }

    private String digest(String storedHash, String password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(storedHash.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            mac.update(password.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has HmacSHA256", impossible);
        }
    }
}
