package dev.wavetrain.sharing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever guesses passwords: after {@value #FREE} failures for one account from one
 * address each further one closes it for longer, from a second up to five minutes. Kept in memory:
 * a restart forgives.
 */
@Component
class SignInThrottle {

    static final int FREE = 10;
    static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration FORGIVEN_AFTER = Duration.ofMinutes(15);

    /** Bounds the memory that made-up names can take. */
    private static final int MOST_KEYS = 10_000;

    private record Failures(int count, Instant last, Instant closedUntil) {}

    private final Clock clock;
    private final Map<String, Failures> failures =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
                    return size() > MOST_KEYS;
                }
            };

    SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    /**
     * @throws TooManySignIns while this account is closed to this address
     */
    synchronized void check(String account, String address) {
        Failures past = failures.get(key(account, address));
        if (past != null && clock.instant().isBefore(past.closedUntil())) {
            throw new TooManySignIns(Duration.between(clock.instant(), past.closedUntil()));
        }
    }

    synchronized void failed(String account, String address) {
        Instant now = clock.instant();
        // Taken out and put back, so that the eldest entry is the one unused for longest.
        Failures past = failures.remove(key(account, address));
        boolean fresh = past == null || past.last().plus(FORGIVEN_AFTER).isBefore(now);
        int count = fresh || past == null ? 1 : past.count() + 1;
        failures.put(key(account, address), new Failures(count, now, now.plus(closedFor(count))));
    }

    synchronized void succeeded(String account, String address) {
        failures.remove(key(account, address));
    }

    private static Duration closedFor(int count) {
        if (count <= FREE) {
            return Duration.ZERO;
        }
        Duration doubled = Duration.ofSeconds(1L << Math.min(count - FREE - 1, 16));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }

    private static String key(String account, String address) {
        return address + " " + Credentials.key(account);
    }
}
