package dev.wavetrain.sharing;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serial;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationConverter;

/** A token as a request shows it, not yet looked up. */
public final class BearerToken extends AbstractAuthenticationToken {

    @Serial private static final long serialVersionUID = 1;

    private static final String SCHEME = "Bearer ";

    private final transient String token;

    private BearerToken(String token) {
        super(List.of());
        this.token = token;
    }

    /** Reads the {@code Authorization} header; null where it holds no token. */
    public static AuthenticationConverter converter() {
        return BearerToken::of;
    }

    private static @Nullable BearerToken of(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        return new BearerToken(header.substring(SCHEME.length()).strip());
    }

    String token() {
        return token;
    }

    @Override
    public Object getCredentials() {
        return token;
    }

    @Override
    public Object getPrincipal() {
        return "token";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BearerToken that && token.equals(that.token);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(token);
    }
}
