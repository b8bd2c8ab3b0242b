package dev.wavetrain.sharing.openid;

import java.io.Serial;
import java.io.Serializable;
import java.util.UUID;

/** What somebody goes to the issuer for. Kept in their session until they are back. */
public sealed interface OpenIdPurpose extends Serializable {

    /** To sign in. */
    record SignIn() implements OpenIdPurpose {
        @Serial private static final long serialVersionUID = 1;
    }

    /** To make the account that an invitation is for. */
    record Join(String key) implements OpenIdPurpose {
        @Serial private static final long serialVersionUID = 1;

        @Override
        public String toString() {
            return "Join";
        }
    }

    /** To connect the account that they are signed in to. */
    record Connect(UUID account) implements OpenIdPurpose {
        @Serial private static final long serialVersionUID = 1;
    }
}
