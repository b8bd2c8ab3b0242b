package dev.wavetrain.sharing;

import dev.wavetrain.common.AccessWatch;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Clockwork;
import dev.wavetrain.common.Followers;
import dev.wavetrain.common.GroupId;
import dev.wavetrain.common.MemberRole;
import dev.wavetrain.common.ProjectId;
import dev.wavetrain.common.Rights;
import dev.wavetrain.common.RunId;
import dev.wavetrain.common.Shared;
import dev.wavetrain.common.Visit;
import dev.wavetrain.common.Visits;
import dev.wavetrain.sharing.internal.ShareLinkRow;
import dev.wavetrain.sharing.internal.ShareLinkRows;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Lets in those who come by links. The links by which something is open are compared with the
 * database every second, which is how one is noticed that has ended, whose run went to the bin, or
 * that another process revoked; one revoked by this process is noticed at once. There is nothing to
 * throttle: guessing a key of 256 bits is hopeless.
 */
@Component
class LinkBook extends Clockwork implements Visits {

    private static final Logger LOG = LoggerFactory.getLogger(LinkBook.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    /** How keys are written; what is written otherwise opens nothing, and is not looked up. */
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final ShareLinkRows rows;
    private final Clock clock;
    private final Followers<UUID> followers = new Followers<>();

    LinkBook(ShareLinkRows rows, Clock clock) {
        super("links");
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public Optional<Visit> look(String key) {
        return KEY.matcher(key).matches()
                ? rows.findByKey(Secret.hash(key), clock.instant()).map(this::visit)
                : Optional.empty();
    }

    @Override
    public Optional<Visit> begin(String key) {
        Optional<Visit> visit = look(key);
        visit.ifPresent(begun -> rows.opened(begun.link(), clock.instant()));
        return visit;
    }

    private Visit visit(ShareLinkRow link) {
        return new Visit(
                link.id(),
                link.what(),
                Caller.visitor(new LinkRights(link.id(), link.what())),
                link.expiresAt());
    }

    @Override
    public AccessWatch.Following follow(Visit visit, Runnable over) {
        return followers.add(visit.link(), over)::run;
    }

    /** Whatever is open by the link ends, once the revocation is committed. */
    @TransactionalEventListener(fallbackExecution = true)
    void revoked(LinkRevoked revoked) {
        if (!thread().isShutdown()) {
            thread().execute(() -> followers.tellAndForget(revoked.link()));
        }
    }

    private void look() {
        try {
            Set<UUID> open = followers.keys();
            if (!open.isEmpty()) {
                Set<UUID> holding = rows.opening(open, clock.instant());
                open.stream()
                        .filter(link -> !holding.contains(link))
                        .forEach(followers::tellAndForget);
            }
        } catch (RuntimeException away) {
            // The database's own troubles are told elsewhere; the next look is a second away.
            LOG.debug("Links could not be compared", away);
        }
    }

    @Override
    protected void begin() {
        repeat(this::look, Duration.ZERO, LOOK_EVERY);
    }

    /** Shows what the link shows, as long as it holds. */
    private final class LinkRights implements Rights {

        private final UUID link;
        private final Shared what;

        LinkRights(UUID link, Shared what) {
            this.link = link;
            this.what = what;
        }

        @Override
        public Map<ProjectId, MemberRole> now() {
            return Map.of();
        }

        @Override
        public boolean shows(RunId run) {
            return what.shows(run) && holds();
        }

        @Override
        public boolean shows(GroupId group) {
            return what.shows(group) && holds();
        }

        /** What is followed is known to hold; for the rest the database is asked. */
        private boolean holds() {
            return followers.has(link) || !rows.opening(List.of(link), clock.instant()).isEmpty();
        }
    }
}
