package dev.wavetrain.sharing;

import dev.wavetrain.common.Caller;
import dev.wavetrain.common.CurrentCaller;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The caller behind Spring Security's authentication of the current request. */
@Component
class SecurityCurrentCaller implements CurrentCaller {

    private final Accounts accounts;

    SecurityCurrentCaller(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Caller get() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn who)) {
            throw new IllegalStateException("nobody is signed in");
        }
        return accounts.caller(who.user());
    }
}
