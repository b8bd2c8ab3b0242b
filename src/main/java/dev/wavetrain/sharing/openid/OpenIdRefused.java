package dev.wavetrain.sharing.openid;

import java.io.Serial;

/** Somebody does not get in by the issuer, or not as they wanted. */
public final class OpenIdRefused extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    /** Why not; {@code openid.refused.NAME} in the text bundles says it. */
    public enum Why {
        /** They, or the issuer, said no. */
        DENIED,
        /** The answer belongs to nothing that was asked here, or its code was used already. */
        OLD,
        /** The issuer does not answer. */
        AWAY,
        /** The issuer does not know this server as the settings have it, or is another one. */
        UNFIT,
        /** It is earlier here, or later, than there. */
        CLOCK,
        /** What came back is not signed by the issuer, or not for this server and question. */
        UNTRUSTED,
        /** They have no account here. */
        UNKNOWN,
        /** Their account was deactivated. */
        CLOSED,
        /** They are another account's already. */
        TAKEN,
        /** Their account is connected with somebody else there. */
        OTHER,
        /** They have an account already, and so need no invitation. */
        HAS_ACCOUNT,
        /** This server has a fault. */
        FAULT
    }

    private final Why why;

    public OpenIdRefused(Why why) {
        super(why.name());
        this.why = why;
    }

    public OpenIdRefused(Why why, String said, Throwable cause) {
        super(why.name() + ": " + said, cause);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
