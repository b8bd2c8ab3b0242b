package dev.wavetrain.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.ApiClient;
import dev.wavetrain.ApiClient.Answer;
import dev.wavetrain.IntegrationTest;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Signing in to the pages, as a browser's form does it. */
@IntegrationTest
class PagesSignInTest {

    @LocalServerPort int port;
    ApiClient nobody;

    @BeforeEach
    void client() {
        nobody = ApiClient.nobody(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/runs", "/anything"})
    void pages_ask_to_sign_in(String path) {
        Answer answer = nobody.get(path);
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).endsWith("/sign-in");
        assertThat(answer.header("Set-Cookie")).contains("HttpOnly", "SameSite=Lax");
    }

    @Test
    void the_right_password_opens_a_session_under_a_new_id() {
        String before = cookie(nobody.get("/"));
        Answer answer = signIn(IntegrationTest.PASSWORD, before);
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).doesNotContain("sign-in");
        String after = cookie(answer);
        assertThat(after).isNotEmpty().isNotEqualTo(before);
        assertThat(
                        nobody.send(nobody.request("/").header("Cookie", after).GET())
                                .header("Location"))
                .doesNotContain("sign-in");
        assertThat(
                        nobody.send(nobody.request("/").header("Cookie", before).GET())
                                .header("Location"))
                .endsWith("/sign-in");
    }

    @Test
    void an_address_that_leads_nowhere_is_a_page_that_says_so() {
        String session = cookie(signIn(IntegrationTest.PASSWORD, ""));
        Answer answer = nobody.send(nobody.request("/nope/where").header("Cookie", session).GET());
        assertThat(answer.status()).isNotIn(403, 500);
        assertThat(answer.text()).contains("<html");
    }

    @Test
    void a_wrong_password_opens_none() {
        Answer answer = signIn("wrong password", "");
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).contains("/sign-in?error");
    }

    @Test
    void a_session_counts_for_nothing_where_scripts_call() {
        String session = cookie(signIn(IntegrationTest.PASSWORD, ""));
        assertThat(
                        nobody.send(nobody.request("/api/v1/runs").header("Cookie", session).GET())
                                .status())
                .isEqualTo(401);
    }

    private Answer signIn(String password, String cookie) {
        String form =
                "username="
                        + IntegrationTest.OWNER
                        + "&password="
                        + URLEncoder.encode(password, StandardCharsets.UTF_8);
        var request =
                nobody.request("/sign-in")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form));
        return nobody.send(cookie.isEmpty() ? request : request.header("Cookie", cookie));
    }

    private static String cookie(Answer answer) {
        return answer.raw().headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("JSESSIONID="))
                .map(cookie -> cookie.split(";")[0])
                .findFirst()
                .orElse("");
    }
}
