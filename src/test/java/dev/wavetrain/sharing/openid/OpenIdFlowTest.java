package dev.wavetrain.sharing.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.wavetrain.MovedClock;
import dev.wavetrain.shell.TextBundles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** An issuer that is away, or another than the settings say, and settings that fit to none. */
class OpenIdFlowTest {

    private final MovedClock clock = new MovedClock();

    @Test
    void an_issuer_that_is_away_is_asked_again_a_little_later() throws IOException {
        InetSocketAddress there = free();
        String address = "http://localhost:" + there.getPort();
        OpenIdFlow flow = flow(address);
        assertRefused(flow, "AWAY");

        HttpServer back = serve(there, metadata(address, address));
        try {
            assertRefused(flow, "AWAY");
            clock.move(Duration.ofSeconds(5));
            assertThat(ask(flow))
                    .startsWith(address + "/authorize?")
                    .contains("redirect_uri=https://waves.example/sign-in/openid");
        } finally {
            back.stop(0);
        }
        clock.move(Duration.ofSeconds(10));
        assertRefused(flow, "AWAY");
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example,HERE",
        "HERE,http://evil.example",
    })
    void one_that_names_itself_otherwise_or_leads_elsewhere_without_tls_is_refused(
            String named, String endpoints) throws IOException {
        InetSocketAddress there = free();
        String address = "http://localhost:" + there.getPort();
        HttpServer serving =
                serve(
                        there,
                        metadata(
                                named.replace("HERE", address),
                                endpoints.replace("HERE", address)));
        try {
            assertRefused(flow(address), "UNFIT");
        } finally {
            serving.stop(0);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://acme.example", "acme.example", "https://acme.example/?a", "ftp://a"})
    void an_issuer_has_tls(String address) {
        assertThatThrownBy(() -> settings(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("wavetrain.openid.issuer");
    }

    @Test
    void settings_are_whole_and_keep_their_secret() {
        assertThat(settings("https://acme.example/realms/all/"))
                .asString()
                .doesNotContain("told-to-nobody");
        assertThat(settings("https://acme.example/realms/all/").shownName())
                .isEqualTo("acme.example");
        assertThat(new OpenIdSettings(" ", "", null, null, "name", List.of()).isOn()).isFalse();
        assertThatThrownBy(() -> new OpenIdSettings("https://a", null, null, null, "n", List.of()))
                .hasMessageContaining("client-id");
        assertThatThrownBy(() ->
                        new OpenIdSettings(null, null, null, null, "n", List.of("@a.example")))
                .hasMessageContaining("domains");
    }

    @ParameterizedTest
    @EnumSource(OpenIdRefused.Why.class)
    void every_refusal_has_its_words(OpenIdRefused.Why why) {
        TextBundles texts = new TextBundles();
        for (Locale locale : texts.getProvidedLocales()) {
            assertThat(texts.getTranslation("openid.refused." + why, locale, "Acme"))
                    .doesNotStartWith("!");
            assertThat(texts.getTranslation("openid.short." + why, locale)).doesNotStartWith("!");
        }
    }

    private static InetSocketAddress free() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new InetSocketAddress(any.getInetAddress(), any.getLocalPort());
        }
    }

    private OpenIdFlow flow(String address) {
        OpenIdSettings settings = settings(address);
        return new OpenIdFlow(settings, new OpenIdIssuer(settings, clock));
    }

    private static OpenIdSettings settings(String address) {
        return new OpenIdSettings(address, "wavetrain", "told-to-nobody", null, "name", List.of());
    }

    private static String ask(OpenIdFlow flow) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
        // As a proxy's headers say.
        request.setScheme("https");
        request.setServerName("waves.example");
        request.setServerPort(443);
        return flow.begin(request, new MockHttpServletResponse(), new OpenIdPurpose.SignIn());
    }

    private static void assertRefused(OpenIdFlow flow, String why) {
        assertThatThrownBy(() -> ask(flow))
                .isInstanceOfSatisfying(
                        OpenIdRefused.class, refused -> assertThat(refused.why()).hasToString(why));
    }

    private static String metadata(String issuer, String endpoints) {
        return """
        {"issuer": "%1$s", "authorization_endpoint": "%2$s/authorize", "token_endpoint":
        "%2$s/token", "jwks_uri": "%2$s/keys", "subject_types_supported": ["public"],
        "response_types_supported": ["code"], "id_token_signing_alg_values_supported": ["RS256"]}
        """
                .formatted(issuer, endpoints);
    }

    private static HttpServer serve(InetSocketAddress where, String metadata) throws IOException {
        HttpServer server = HttpServer.create(where, 0);
        byte[] body = metadata.getBytes(StandardCharsets.UTF_8);
        server.createContext(
                "/.well-known/openid-configuration",
                exchange -> {
                    exchange.getResponseHeaders().add("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        return server;
    }
}
