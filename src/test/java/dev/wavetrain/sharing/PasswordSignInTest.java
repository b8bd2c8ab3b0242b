package dev.wavetrain.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wavetrain.ApiClient;
import dev.wavetrain.IntegrationTest;
import dev.wavetrain.MovedClock;
import dev.wavetrain.sharing.internal.AccountRows;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.crypto.password.PasswordEncoder;

@IntegrationTest
class PasswordSignInTest {

    private static final String PASSWORD = "right password";

    @Autowired AccountRows rows;
    @Autowired Accounts accounts;
    @Autowired SignInThrottle throttle;
    @Autowired SignInAudit audit;
    @Autowired PasswordEncoder encoder;
    private final AtomicInteger hashes = new AtomicInteger();
    private final MovedClock clock = new MovedClock();

    @Test
    void the_same_password_again_costs_no_hash_for_a_minute() {
        PasswordSignIn signIn = signIn();
        String name = account();
        signIn.authenticate(asked(name, PASSWORD));
        signIn.authenticate(asked(name, PASSWORD));
        assertThat(hashes).hasValue(1);

        clock.move(Duration.ofMinutes(1));
        signIn.authenticate(asked(name, PASSWORD));
        assertThat(hashes).hasValue(2);
    }

    @Test
    void a_wrong_password_is_hashed_each_time() {
        PasswordSignIn signIn = signIn();
        String name = account();
        signIn.authenticate(asked(name, PASSWORD));
        for (int time = 0; time < 2; time++) {
            assertThatThrownBy(() -> signIn.authenticate(asked(name, "wrong password")))
                    .isInstanceOf(BadCredentialsException.class);
        }
        assertThat(hashes).hasValue(3);
    }

    private String account() {
        String name = ApiClient.uniqueName();
        accounts.create(name, PASSWORD);
        return name;
    }

    private static UsernamePasswordAuthenticationToken asked(String name, String password) {
        return UsernamePasswordAuthenticationToken.unauthenticated(name, password);
    }

    private PasswordSignIn signIn() {
        return new PasswordSignIn(
                rows, accounts, counting(), throttle, new VerifiedPasswords(clock), audit);
    }

    private PasswordEncoder counting() {
        return new PasswordEncoder() {
            @Override
            public String encode(CharSequence password) {
                return encoder.encode(password);
            }

            @Override
            public boolean matches(CharSequence password, String hash) {
                hashes.incrementAndGet();
                return encoder.matches(password, hash);
            }
        };
    }
}
