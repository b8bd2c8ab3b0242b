package dev.wavetrain.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.ApiClient;
import dev.wavetrain.ApiClient.Answer;
import dev.wavetrain.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** A proxy on this machine speaks TLS with the visitors. */
@IntegrationTest
@TestPropertySource(properties = "wavetrain.forwarded-headers=native")
class BehindProxyTest {

    @LocalServerPort int port;

    @Test
    void cookies_travel_by_tls_alone_and_browsers_stay_with_it() {
        Answer page = forwarded(port);
        assertThat(page.header("Set-Cookie")).contains("Secure", "HttpOnly", "SameSite=Lax");
        assertThat(page.header("Strict-Transport-Security")).contains("max-age=");
    }

    static Answer forwarded(int port) {
        ApiClient nobody = ApiClient.nobody(port);
        return nobody.send(
                nobody.request("/sign-in")
                        .header("X-Forwarded-Proto", "https")
                        .header("X-Forwarded-For", "203.0.113.7")
                        .GET());
    }
}
