package dev.wavetrain.sharing;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.CurrentCaller;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.stereotype.Component;

/** The caller behind Spring Security's authentication of the current request. */
@Component
class SecurityCurrentCaller implements CurrentCaller {

    private final Accounts accounts;
    private final Seen seen;

    /** This application's own: the one kept statically is that of whichever started last. */
    private final SecurityContextHolderStrategy contexts;

    SecurityCurrentCaller(Accounts accounts, Seen seen, SecurityContextHolderStrategy contexts) {
        this.accounts = accounts;
        this.seen = seen;
        this.contexts = contexts;
    }

    @Override
    public Caller get() {
        SignedIn who =
                SignedIn.of(contexts.getContext().getAuthentication())
                        .orElseThrow(() -> new IllegalStateException("nobody is signed in"));
        seen.now(who.user());
        return accounts.caller(who.user());
    }
}
