package dev.wavetrain.sharing;

import dev.wavetrain.common.AccessWatch;
import dev.wavetrain.common.Clockwork;
import dev.wavetrain.common.Followers;
import dev.wavetrain.common.UserId;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * What accounts may do, at hand without a look at the database each time. That of accounts that
 * have something open is compared with the database every second, which is how a change made by
 * another process is noticed; a change made by this one is noticed at once.
 */
@Component
class AccessBook extends Clockwork implements AccessWatch {

    private static final Logger LOG = LoggerFactory.getLogger(AccessBook.class);
    static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private record Entry(Access access, long readAtNanos) {

        boolean isFresh() {
            return System.nanoTime() - readAtNanos < LOOK_EVERY.toNanos();
        }
    }

    private final AccessReader reader;
    private final Map<UserId, Entry> entries = new ConcurrentHashMap<>();
    private final Followers<UserId> followers = new Followers<>();

    AccessBook(AccessReader reader) {
        super("access");
        this.reader = reader;
    }

    /** What the account may do, read now. */
    Access read(UserId user) {
        Access access = reader.read(user);
        entries.put(user, new Entry(access, System.nanoTime()));
        return access;
    }

    /** As {@link #read}, a second old at most; of a followed account without any reading. */
    Access now(UserId user) {
        Entry entry = entries.get(user);
        boolean known = entry != null && (followers.has(user) || entry.isFresh());
        return known && entry != null ? entry.access() : read(user);
    }

    @Override
    public Following follow(UserId user, Runnable changed) {
        return followers.add(user, changed)::run;
    }

    /** Whatever is open of these accounts looks again, once the change is committed. */
    @TransactionalEventListener(fallbackExecution = true)
    void changed(AccessChanged change) {
        change.users().forEach(entries::remove);
        if (!thread().isShutdown()) {
            thread().execute(() -> change.users().forEach(followers::tell));
        }
    }

    private void look() {
        try {
            Set<UserId> users = followers.keys();
            if (users.isEmpty()) {
                entries.values().removeIf(entry -> !entry.isFresh());
                return;
            }
            reader.versions(users).forEach(this::compare);
        } catch (RuntimeException away) {
            // The database's own troubles are told elsewhere; the next look is a second away.
            LOG.debug("Access could not be compared", away);
        }
    }

    private void compare(UserId user, long version) {
        Entry entry = entries.get(user);
        if (entry == null) {
            var _ = read(user);
        } else if (entry.access().version() != version) {
            var _ = read(user);
            followers.tell(user);
        }
    }

    @Override
    protected void begin() {
        repeat(this::look, Duration.ZERO, LOOK_EVERY);
    }
}
