package dev.wavetrain;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Passwords in every application that tests start are hashed as the product does it, but with the
 * least work that bcrypt takes: tests make thousands of accounts. What guessing costs outside of
 * tests is held by {@code PasswordHashTest}.
 */
@Configuration
class QuickPasswords {

    private static final int LEAST_ROUNDS = 4;

    @Bean
    @Primary
    PasswordEncoder quickEncoder() {
        return new DelegatingPasswordEncoder(
                "bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(LEAST_ROUNDS)));
    }
}
