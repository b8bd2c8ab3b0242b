package dev.wavetrain.sharing;

import dev.wavetrain.sharing.internal.AccountEntity;
import dev.wavetrain.sharing.internal.AccountRows;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Signs in by name and password: the form and Basic authentication alike. */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private final AccountRows rows;
    private final Accounts accounts;
    private final PasswordEncoder encoder;
    private final SignInThrottle throttle;
    private final VerifiedPasswords verified;
    private final SignInAudit audit;

    /** Compared with where there is no such account, so that the time taken does not tell. */
    private final String nobodysHash;

    PasswordSignIn(
            AccountRows rows,
            Accounts accounts,
            PasswordEncoder encoder,
            SignInThrottle throttle,
            VerifiedPasswords verified,
            SignInAudit audit) {
        this.rows = rows;
        this.accounts = accounts;
        this.encoder = encoder;
        this.throttle = throttle;
        this.verified = verified;
        this.audit = audit;
        this.nobodysHash = encoder.encode("nobody");
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String name = asked.getName();
        String password = String.valueOf(asked.getCredentials());
        String address =
                asked.getDetails() instanceof WebAuthenticationDetails web
                        ? web.getRemoteAddress()
                        : "";
        if (name.length() > Credentials.LONGEST_NAME
                || name.indexOf('\0') >= 0
                || bytes(password) > Credentials.MOST_PASSWORD_BYTES) {
            audit.refused(Optional.empty(), address);
            throw new BadCredentialsException("Wrong name or password.");
        }
        throttle.check(name, address);
        Optional<AccountEntity> known = rows.findByNameKey(Credentials.key(name));
        Optional<AccountEntity> account = known.filter(AccountEntity::isActive);
        if (!matches(account, password)) {
            throttle.failed(name, address);
            audit.refused(known, address);
            // Whoever has just closed the account is told to wait, and not only at the next try.
            throttle.check(name, address);
            throw new BadCredentialsException("Wrong name or password.");
        }
        throttle.succeeded(name, address);
        AccountEntity who = account.orElseThrow();
        audit.passed(Accounts.signedIn(who), address);
        return signedIn(who, asked);
    }

    private boolean matches(Optional<AccountEntity> account, String password) {
        Optional<String> stored =
                account.flatMap(known -> Optional.ofNullable(known.passwordHash()));
        String hash = stored.orElse(nobodysHash);
        if (stored.isPresent() && verified.contains(hash, password)) {
            return true;
        }
        // Nobody's hash is of a password too: it must not be that of an account without one.
        boolean right = encoder.matches(password, hash) && stored.isPresent();
        if (right) {
            verified.add(hash, password);
        }
        return right;
    }

    private Authentication signedIn(AccountEntity account, Authentication asked) {
        SignedIn who = Accounts.signedIn(account);
        UsernamePasswordAuthenticationToken known =
                UsernamePasswordAuthenticationToken.authenticated(
                        who, null, accounts.authorities(who.user()));
        known.setDetails(asked.getDetails());
        return known;
    }

    private static int bytes(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
