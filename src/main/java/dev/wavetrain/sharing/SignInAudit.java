package dev.wavetrain.sharing;

import dev.wavetrain.common.Act;
import dev.wavetrain.common.AuditAction;
import dev.wavetrain.sharing.internal.AccountEntity;
import dev.wavetrain.sharing.openid.OpenIdRefused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Notes who comes and goes. Scripts sign in with each call: of theirs the first one within an hour
 * from each address is noted. Of what is refused an address gets {@value #MOST_REFUSED} lines an
 * hour, the last of which says that no more follow: guessing must not fill the disk. A name that
 * nobody has is not noted, as people type passwords there by mistake.
 */
@Component
class SignInAudit {

    static final int MOST_REFUSED = 100;

    /** The detail of the last line that an address gets within an hour. */
    static final String NO_MORE = "NO_MORE_THIS_HOUR";

    /** The detail of a sign-in without a page. */
    static final String SCRIPT = "SCRIPT";

    /** The detail of a sign-in by the issuer of OpenID Connect. */
    static final String OPENID = "OPENID";

    private static final Duration COUNTED = Duration.ofHours(1);
    private static final int MOST_KEYS = 10_000;

    private record Count(Instant since, int times) {}

    private final Audit audit;
    private final Clock clock;
    private final Map<String, Count> counts =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
                    return size() > MOST_KEYS;
                }
            };

    SignInAudit(Audit audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** By the form of the sign-in page. */
    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        SignedIn.of(event.getAuthentication())
                .ifPresent(who -> audit.noteApart(own(who, AuditAction.SIGNED_IN)));
    }

    @EventListener
    void signedOut(LogoutSuccessEvent event) {
        SignedIn.of(event.getAuthentication())
                .ifPresent(who -> audit.noteApart(own(who, AuditAction.SIGNED_OUT)));
    }

    /** By a password; the form tells of its own once the session is open. */
    void passed(SignedIn who, String address) {
        if (!isForm() && times("called " + who.account() + " " + address) == 1) {
            audit.noteApart(own(who, AuditAction.SIGNED_IN).with(SCRIPT));
        }
    }

    /** By the issuer. */
    void passedBy(SignedIn who) {
        audit.noteApart(own(who, AuditAction.SIGNED_IN).with(OPENID));
    }

    /** The issuer's people have names that it has checked: those are noted. */
    void refusedBy(String label, OpenIdRefused.Why why, String address) {
        int times = times("refused " + address);
        if (times <= MOST_REFUSED) {
            audit.noteApart(
                    Act.byNobody(AuditAction.SIGN_IN_REFUSED)
                            .with(times == MOST_REFUSED ? NO_MORE : why + " " + label));
        }
    }

    /**
     * @param account whose password it was not; empty where there is no such account
     */
    void refused(Optional<AccountEntity> account, String address) {
        int times = times("refused " + address);
        if (times > MOST_REFUSED) {
            return;
        }
        Act act = Act.byNobody(AuditAction.SIGN_IN_REFUSED);
        Act about =
                account.map(known -> act.to(Act.Kind.ACCOUNT, known.id(), known.name()))
                        .orElse(act);
        audit.noteApart(times == MOST_REFUSED ? about.with(NO_MORE) : about);
    }

    private static boolean isForm() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web
                && web.getRequest().getRequestURI().endsWith(SharingConfiguration.SIGN_IN);
    }

    private static Act own(SignedIn who, AuditAction action) {
        return Act.by(who.user(), who.name(), action)
                .to(Act.Kind.ACCOUNT, who.account(), who.name());
    }

    private synchronized int times(String key) {
        Instant now = clock.instant();
        Count past = counts.get(key);
        boolean counted = past != null && past.since().plus(COUNTED).isAfter(now);
        Count count =
                past != null && counted
                        ? new Count(past.since(), past.times() + 1)
                        : new Count(now, 1);
        counts.remove(key);
        counts.put(key, count);
        return count.times();
    }
}
