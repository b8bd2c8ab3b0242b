package dev.wavetrain.sharing;

import dev.wavetrain.common.UserId;
import java.io.Serial;
import java.io.Serializable;
import java.security.Principal;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/**
 * Whoever is signed in, as Spring Security keeps it: nothing secret.
 *
 * @param session the account's session number when this began; under another one it is over
 */
public record SignedIn(UUID account, String name, long session) implements Principal, Serializable {

    @Serial private static final long serialVersionUID = 2;

    /** Behind an authentication; empty where there is none, or nobody's. */
    static Optional<SignedIn> of(@Nullable Authentication authentication) {
        return Optional.ofNullable(authentication)
                .map(Authentication::getPrincipal)
                .filter(SignedIn.class::isInstance)
                .map(SignedIn.class::cast);
    }

    @Override
    public String getName() {
        return name;
    }

    public UserId user() {
        return new UserId(account);
    }
}
