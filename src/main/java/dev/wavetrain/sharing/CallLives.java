package dev.wavetrain.sharing;

import java.time.Clock;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.stereotype.Component;

/** Says of the current REST call how long what it leaves open may go on. */
@Component
public class CallLives {

    private final Accounts accounts;
    private final Tokens tokens;
    private final SecurityContextHolderStrategy contexts;
    private final Clock clock;

    CallLives(
            Accounts accounts, Tokens tokens, SecurityContextHolderStrategy contexts, Clock clock) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.contexts = contexts;
        this.clock = clock;
    }

    public CallLife current() {
        Authentication by = contexts.getContext().getAuthentication();
        if (by == null || !(by.getPrincipal() instanceof SignedIn who)) {
            throw new IllegalStateException("nobody is signed in");
        }
        return by.getDetails() instanceof TokenLife token
                ? new CallLife(() -> tokens.holds(token.id()), token.until(), clock)
                : new CallLife(() -> accounts.stands(who), null, clock);
    }
}
