package dev.wavetrain.sharing;

import dev.wavetrain.common.UserId;
import dev.wavetrain.sharing.internal.AccountRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Notes when accounts were last seen: once a minute, as else each call would write. */
@Component
class Seen {

    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private final AccountRows accounts;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final Map<UserId, Instant> noted = new ConcurrentHashMap<>();

    Seen(AccountRows accounts, TransactionOperations transaction, Clock clock) {
        this.accounts = accounts;
        this.transaction = transaction;
        this.clock = clock;
    }

    void now(UserId user) {
        Instant now = clock.instant();
        Instant last = noted.get(user);
        if (last == null || last.plus(NOTED_EVERY).isBefore(now)) {
            noted.put(user, now);
            transaction.executeWithoutResult(status -> accounts.seen(user.value(), now));
        }
    }
}
