package dev.wavetrain.webhooks.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Libraries of Standard Webhooks find our signatures right. */
class SignatureTest {

    /** Of the reference implementations' own tests. */
    @Test
    void the_published_example_comes_out() {
        String signature =
                Signature.of(
                        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        1614265330,
                        bytes("{\"test\": 2432232314}"));
        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void each_part_counts() {
        String secret = Signature.newSecret();
        String signature = Signature.of(secret, "id", 1, bytes("body"));
        assertThat(signature)
                .isEqualTo(Signature.of(secret, "id", 1, bytes("body")))
                .isNotEqualTo(Signature.of(Signature.newSecret(), "id", 1, bytes("body")))
                .isNotEqualTo(Signature.of(secret, "id2", 1, bytes("body")))
                .isNotEqualTo(Signature.of(secret, "id", 2, bytes("body")))
                .isNotEqualTo(Signature.of(secret, "id", 1, bytes("body ")));
    }

    @Test
    void a_secret_is_256_bits_and_never_the_same() {
        String secret = Signature.newSecret();
        assertThat(secret).startsWith("whsec_").isNotEqualTo(Signature.newSecret());
        assertThat(Base64.getDecoder().decode(secret.substring(6))).hasSize(32);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
