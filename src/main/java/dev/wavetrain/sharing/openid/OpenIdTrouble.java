package dev.wavetrain.sharing.openid;

import dev.wavetrain.common.Causes;
import dev.wavetrain.common.Shortened;
import dev.wavetrain.sharing.openid.OpenIdRefused.Why;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.web.client.HttpServerErrorException;

/** What went wrong between this server and the issuer. */
final class OpenIdTrouble {

    /** The error of a token from another time. */
    static final String OTHER_TIME = "other_time";

    private static final int LONGEST_SAID = 300;

    private OpenIdTrouble() {}

    /** What the issuer said instead of sending a code. */
    static Why of(String error) {
        return switch (error) {
            case "access_denied", "login_required", "interaction_required", "consent_required" ->
                    Why.DENIED;
            case "server_error", "temporarily_unavailable" -> Why.AWAY;
            default -> Why.UNFIT;
        };
    }

    /** What kept a code from being changed for somebody's name. */
    static Why of(RuntimeException failed) {
        if (isAway(failed)) {
            return Why.AWAY;
        }
        if (isOtherTime(failed)) {
            return Why.CLOCK;
        }
        return switch (code(failed)) {
            case "invalid_grant" -> Why.OLD;
            case "invalid_client", "unauthorized_client", "invalid_request", "invalid_scope" ->
                    Why.UNFIT;
            default -> Why.UNTRUSTED;
        };
    }

    /** For the log: an address that is not an issuer's may answer with a whole page. */
    static String said(Throwable failed) {
        String first = Objects.requireNonNullElse(failed.getMessage(), "no answer");
        return Shortened.beginning(first, LONGEST_SAID);
    }

    static boolean isAway(Throwable failed) {
        return away(failed).isPresent();
    }

    /** What says that the issuer cannot be reached, or not now. */
    static Optional<Throwable> away(Throwable failed) {
        return Causes.of(failed)
                .filter(cause ->
                        cause instanceof IOException || cause instanceof HttpServerErrorException)
                .findFirst();
    }

    private static boolean isOtherTime(Throwable failed) {
        return Causes.of(failed)
                .filter(JwtValidationException.class::isInstance)
                .flatMap(cause -> ((JwtValidationException) cause).getErrors().stream())
                .anyMatch(error -> error.getErrorCode().equals(OTHER_TIME));
    }

    private static String code(RuntimeException failed) {
        return switch (failed) {
            case OAuth2AuthenticationException known -> known.getError().getErrorCode();
            case OAuth2AuthorizationException known -> known.getError().getErrorCode();
            default -> "";
        };
    }
}
