package dev.wavetrain.sharing;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Signs in by a personal token. Guessing one is hopeless, so there is nothing to throttle. */
@Component
class TokenSignIn implements AuthenticationProvider {

    private final Tokens tokens;

    TokenSignIn(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        Tokens.Held held =
                tokens.holder(((BearerToken) asked).token())
                        .orElseThrow(
                                () -> new BadCredentialsException("Unknown or expired token."));
        UsernamePasswordAuthenticationToken known =
                UsernamePasswordAuthenticationToken.authenticated(
                        held.who(), null, Authority.list(Authority.TOKEN));
        known.setDetails(held.life());
        return known;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return BearerToken.class.isAssignableFrom(authentication);
    }
}
