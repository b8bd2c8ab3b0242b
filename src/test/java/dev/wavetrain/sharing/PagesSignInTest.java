package dev.wavetrain.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.ApiClient;
import dev.wavetrain.ApiClient.Answer;
import dev.wavetrain.IntegrationTest;
import dev.wavetrain.Person;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Signing in to the pages, as a browser's form does it. */
@IntegrationTest
class PagesSignInTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" content=\"([^\"]+)\"");

    @LocalServerPort int port;
    @Autowired ApplicationContext context;
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
    void a_page_is_not_framed_by_others_nor_guessed_at_nor_named_to_them() {
        Answer answer = nobody.get("/sign-in");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("X-Frame-Options")).isEqualTo("SAMEORIGIN");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
    }

    @Test
    void a_session_ends_with_its_account() {
        Person person = Person.make(context, port);
        String session = cookie(signIn(person.name(), Person.PASSWORD, ""));
        assertThat(page(session)).doesNotContain("sign-in");
        Answer out =
                ApiClient.owner(port).post("/api/v1/accounts/" + person.id() + "/deactivate", "");
        assertThat(out.status()).isEqualTo(204);
        assertThat(page(session)).endsWith("/sign-in");
        assertThat(signIn(person.name(), Person.PASSWORD, "").header("Location"))
                .contains("/sign-in?error");
    }

    private String page(String session) {
        return nobody.send(nobody.request("/").header("Cookie", session).GET()).header("Location");
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

    @ParameterizedTest
    @ValueSource(strings = {"", "&_csrf=", "&_csrf=made-up"})
    void a_form_that_is_not_from_our_page_signs_nobody_in(String token) {
        String before = cookie(nobody.get("/"));
        Answer answer = post(IntegrationTest.OWNER, IntegrationTest.PASSWORD, token, before);
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).endsWith("/sign-in?old");
        assertThat(page(before)).endsWith("/sign-in");
    }

    @Test
    void forwarded_headers_count_for_nothing_unless_they_are_asked_for() {
        Answer answer = BehindProxyTest.forwarded(port);
        assertThat(answer.header("Set-Cookie")).doesNotContain("Secure");
        assertThat(answer.header("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void only_scripts_of_ours_run_in_a_page() {
        Answer first = nobody.get("/sign-in");
        String policy = first.header("Content-Security-Policy");
        Matcher nonce =
                Pattern.compile("script-src 'nonce-([^']+)' 'strict-dynamic'").matcher(policy);
        assertThat(nonce.find()).as(policy).isTrue();
        assertThat(policy).contains("object-src 'none'", "frame-ancestors 'self'");
        assertThat(first.text().split("<script|rel=\"modulepreload\"", -1).length)
                .isEqualTo(
                        first.text().split("nonce=\"" + Pattern.quote(nonce.group(1)), -1).length);
        assertThat(nobody.get("/sign-in").header("Content-Security-Policy")).isNotEqualTo(policy);
    }

    /** A script behind a style sheet would wait for it. */
    @Test
    void a_page_asks_for_its_view_before_it_asks_for_anything_else() {
        String page = nobody.get("/sign-in").text();
        assertThat(page.indexOf("ui-navigate"))
                .isBetween(page.indexOf("<base"), page.indexOf("<link"));
        assertThat(page.split("FlowClient-", -1)).hasSize(2);
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
        return signIn(IntegrationTest.OWNER, password, cookie);
    }

    /** As a browser does it: from the page, whose token goes along. */
    private Answer signIn(String name, String password, String cookie) {
        Answer page =
                nobody.send(
                        cookie.isEmpty()
                                ? nobody.request("/sign-in").GET()
                                : nobody.request("/sign-in").header("Cookie", cookie).GET());
        String session = cookie.isEmpty() ? cookie(page) : cookie;
        Matcher token = TOKEN.matcher(page.text());
        assertThat(token.find()).isTrue();
        return post(name, password, "&_csrf=" + token.group(1), session);
    }

    private Answer post(String name, String password, String more, String cookie) {
        String form =
                "username="
                        + name
                        + "&password="
                        + URLEncoder.encode(password, StandardCharsets.UTF_8)
                        + more;
        return nobody.send(
                nobody.request("/sign-in")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Cookie", cookie)
                        .POST(BodyPublishers.ofString(form)));
    }

    private static String cookie(Answer answer) {
        return answer.raw().headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("JSESSIONID="))
                .map(cookie -> cookie.split(";")[0])
                .findFirst()
                .orElse("");
    }
}
