package dev.wavetrain.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

class PasswordHashTest {

    private final PasswordEncoder encoder = SharingConfiguration.passwordEncoder();

    @Test
    void a_guess_costs_a_thousand_rounds_of_bcrypt() {
        String hash = encoder.encode("correct horse");

        assertThat(hash).startsWith("{bcrypt}$2a$10$");
        assertThat(encoder.matches("correct horse", hash)).isTrue();
        assertThat(encoder.matches("correct horsf", hash)).isFalse();
        assertThat(encoder.upgradeEncoding(hash)).isFalse();
    }
}
