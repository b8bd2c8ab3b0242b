package dev.wavetrain.sharing;

import dev.wavetrain.common.UserId;
import java.io.Serial;
import java.io.Serializable;
import java.security.Principal;
import java.util.UUID;

/** Whoever is signed in, as Spring Security keeps it: the account's id and name, nothing secret. */
public record SignedIn(UUID account, String name) implements Principal, Serializable {

    @Serial private static final long serialVersionUID = 1;

    @Override
    public String getName() {
        return name;
    }

    public UserId user() {
        return new UserId(account);
    }
}
