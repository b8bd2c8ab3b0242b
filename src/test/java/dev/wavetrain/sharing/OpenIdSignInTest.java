package dev.wavetrain.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.wavetrain.IntegrationTest;
import dev.wavetrain.Person;
import dev.wavetrain.common.AuditAction;
import dev.wavetrain.common.UserId;
import dev.wavetrain.sharing.openid.OpenIdFlow;
import dev.wavetrain.sharing.openid.OpenIdPurpose;
import dev.wavetrain.sharing.openid.OpenIdPurpose.Connect;
import dev.wavetrain.sharing.openid.OpenIdPurpose.Join;
import dev.wavetrain.sharing.openid.OpenIdPurpose.SignIn;
import dev.wavetrain.sharing.openid.TestIssuer;
import dev.wavetrain.walk.Axe;
import dev.wavetrain.walk.SystemBrowser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Signing in by a real issuer: from the click on its button to the page behind. */
@IntegrationTest
@Tag("h2")
class OpenIdSignInTest {

    private static final int THERE = freePort();
    private static final String ADDRESS = TestIssuer.address(THERE);

    /** The product starts without it. */
    private static @Nullable TestIssuer issuer;

    @LocalServerPort int port;
    @Autowired ApplicationContext context;
    @Autowired FilterChainProxy filters;
    @Autowired OpenIdFlow flow;
    @Autowired OpenIdAccounts people;
    @Autowired Accounts accounts;
    @Autowired Invitations invitations;
    @Autowired Team team;
    @Autowired JdbcClient database;
    private final Browser browser = new Browser();

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry settings) {
        settings.add("wavetrain.openid.issuer", () -> ADDRESS);
        settings.add("wavetrain.openid.client-id", () -> TestIssuer.CLIENT);
        settings.add("wavetrain.openid.client-secret", () -> TestIssuer.SECRET);
        settings.add("wavetrain.openid.name", () -> "Acme");
        settings.add("wavetrain.openid.domains", () -> "welcome.example");
    }

    @AfterAll
    static void close() {
        if (issuer != null) {
            issuer.close();
        }
    }

    private static int freePort() {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    @BeforeEach
    void honest() {
        if (issuer == null) {
            issuer = new TestIssuer(THERE);
        }
        issuer.knows("http://localhost/sign-in/openid");
        issuer.tellsTheTruth();
    }

    @Test
    void who_has_connected_an_account_signs_in_by_the_issuer() throws Exception {
        Person ada = Person.make(context, port);
        assertThat(connect(ada, "ada")).isEqualTo("/account?openid=CONNECTED");

        browser.leave();
        MockHttpSession before = browser.session;
        String known = before.getId();
        assertThat(browser.signIn("ada")).isEqualTo("/");
        assertThat(browser.who()).map(SignedIn::name).contains(ada.name());
        assertThat(browser.session.getId()).isNotEqualTo(known);
        assertThat(noted(AuditAction.OPENID_CONNECTED, ada)).containsExactly("ada@example.com");
        assertThat(noted(AuditAction.SIGNED_IN, ada)).containsExactly("OPENID");
    }

    @Test
    void a_session_by_the_issuer_ends_as_any_other() throws Exception {
        Person person = Person.make(context, port);
        connect(person, "session");
        browser.leave();
        browser.signIn("session");
        assertThat(accounts.stands(browser.who().orElseThrow())).isTrue();

        SignedIn goesOn = people.disconnect(person.account().user());
        assertThat(accounts.stands(browser.who().orElseThrow())).isFalse();
        assertThat(accounts.stands(goesOn)).isTrue();
        browser.leave();
        assertThat(browser.signIn("session")).isEqualTo("/sign-in?openid=UNKNOWN");
        assertThat(noted(AuditAction.OPENID_DISCONNECTED, person))
                .containsExactly("session@example.com");
    }

    @Test
    void one_comes_to_the_page_that_was_asked_for_and_to_no_other() throws Exception {
        connect(Person.make(context, port), "asking");
        browser.leave();
        assertThat(browser.get(URI.create("http://localhost/runs?state=FAILED")))
                .endsWith("/sign-in");
        assertThat(browser.signIn("asking")).startsWith("http://localhost/runs?state=FAILED");

        browser.leave();
        URI back = browser.answered(new SignIn(), "asking");
        assertThat(browser.get(URI.create(back + "&Saved-url=https://evil.example")))
                .isEqualTo("/");
    }

    @Test
    void who_is_invited_joins_by_the_issuer_without_a_password() throws Exception {
        String key = invitation();
        assertThat(browser.go(new Join(key), "invited")).isEqualTo("/");
        SignedIn who = browser.who().orElseThrow();
        assertThat(who.name()).isEqualTo("invited");
        assertThat(people.connection(who.user()).hasPassword()).isFalse();
        assertThat(invitations.find(key)).isEmpty();
        for (String password : List.of("nobody", "", "null")) {
            assertThatThrownBy(() -> passwordSignIn("invited", password))
                    .hasMessage("Wrong name or password.");
        }

        String another = invitation();
        assertThat(new Browser().go(new Join(another), "invited"))
                .isEqualTo("/join/" + another + "?openid=HAS_ACCOUNT");
        assertThat(invitations.find(another)).isPresent();
        assertThat(new Browser().go(new Join(key), "late")).isEqualTo("/join/" + key);
    }

    @Test
    void a_stranger_is_refused_whatever_their_name_and_address() throws Exception {
        Person known = Person.make(context, port);
        issuer.says(token ->
                token.getClaims()
                        .claim("preferred_username", known.name())
                        .claim("email", known.name()));
        assertThat(browser.signIn("stranger")).isEqualTo("/sign-in?openid=UNKNOWN");
        assertThat(browser.who()).isEmpty();
        assertThat(refused()).contains("UNKNOWN " + known.name());
    }

    @Test
    void a_domain_of_the_settings_gets_an_account_if_the_issuer_has_verified_the_address()
            throws Exception {
        issuer.says(token ->
                token.getClaims()
                        .claim("email", "a@welcome.example")
                        .claim("email_verified", false));
        assertThat(browser.signIn("welcome")).isEqualTo("/sign-in?openid=UNKNOWN");
        issuer.says(token -> token.getClaims().claim("email", "a@sub.welcome.example"));
        assertThat(browser.signIn("welcome")).isEqualTo("/sign-in?openid=UNKNOWN");

        issuer.says(token ->
                token.getClaims()
                        .claim("email", "a@Welcome.example")
                        .claim("preferred_username", "OWNER"));
        assertThat(browser.signIn("welcome")).isEqualTo("/");
        assertThat(browser.who()).map(SignedIn::name).contains("OWNER-2");
        assertThat(accounts.owns(browser.who().orElseThrow().user())).isFalse();
    }

    @Test
    void a_deactivated_account_stays_closed() throws Exception {
        Person person = Person.make(context, port);
        connect(person, "closed");
        team.deactivate(owner(), person.account().user());
        browser.leave();
        assertThat(browser.signIn("closed")).isEqualTo("/sign-in?openid=CLOSED");
        assertThat(browser.who()).isEmpty();
    }

    @Test
    void an_identity_belongs_to_one_account_and_an_account_to_one_identity() throws Exception {
        Person one = Person.make(context, port);
        connect(one, "single");
        assertThat(connect(one, "single")).isEqualTo("/account?openid=CONNECTED");
        assertThat(connect(one, "double")).isEqualTo("/account?openid=OTHER");
        assertThat(connect(Person.make(context, port), "single"))
                .isEqualTo("/account?openid=TAKEN");
    }

    @Test
    void who_signed_out_meanwhile_connects_nothing() throws Exception {
        Person person = Person.make(context, port);
        browser.signedIn(person.account());
        URI back = browser.answered(new Connect(person.account().account()), "meanwhile");
        browser.session.removeAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        assertThat(browser.get(back)).isEqualTo("/account?openid=OLD");
        assertThat(people.connection(person.account().user()).label()).isNull();
    }

    @Test
    void only_the_browser_that_left_comes_back_and_only_once() throws Exception {
        connect(Person.make(context, port), "once");
        browser.leave();
        URI back = browser.answered(new SignIn(), "once");
        assertThat(new Browser().get(back)).isEqualTo("/sign-in?openid=OLD");
        assertThat(browser.get(URI.create(back.toString().replace("state=", "state=x"))))
                .isEqualTo("/sign-in?openid=OLD");
        assertThat(browser.get(back)).isEqualTo("/");
        // Back in the browser's history: signed in already.
        assertThat(browser.get(back)).isEqualTo("/");

        // The code again, for a question that waits for one.
        Browser thief = new Browser();
        URI other = thief.answered(new SignIn(), "once");
        String code = back.toString().replaceAll(".*code=([^&]*).*", "$1");
        assertThat(thief.get(URI.create(other.toString().replaceAll("code=[^&]*", "code=" + code))))
                .isEqualTo("/sign-in?openid=OLD");
        assertThat(thief.who()).isEmpty();
    }

    /** What an issuer, or somebody in its place, could say instead. */
    enum Lie {
        NONCE("UNTRUSTED", token -> token.getClaims().claim("nonce", "of another")),
        AUDIENCE("UNTRUSTED", token -> token.getClaims().audience(List.of("another client"))),
        ISSUER("UNTRUSTED", token -> token.getClaims().issuer("https://evil.example")),
        EXPIRED(
                "CLOCK",
                token ->
                        token.getClaims()
                                .issuedAt(Instant.now().minusSeconds(190))
                                .expiresAt(Instant.now().minusSeconds(90))),
        FROM_TOMORROW("CLOCK", token -> token.getClaims().issuedAt(Instant.now().plusSeconds(90)));

        final String why;
        final Consumer<JwtEncodingContext> claims;

        Lie(String why, Consumer<JwtEncodingContext> claims) {
            this.why = why;
            this.claims = claims;
        }
    }

    @ParameterizedTest
    @EnumSource(Lie.class)
    void a_token_that_is_not_for_us_signs_nobody_in(Lie lie) throws Exception {
        people.connect(
                Person.make(context, port).account().user(),
                OpenIdAccountsTest.person(ADDRESS, "id-" + lie, "lied"));
        issuer.says(lie.claims);
        assertThat(browser.signIn(lie.name())).isEqualTo("/sign-in?openid=" + lie.why);
        assertThat(browser.who()).isEmpty();
    }

    @Test
    void a_token_signed_by_another_key_signs_nobody_in() throws Exception {
        connect(Person.make(context, port), "forged");
        browser.leave();
        issuer.signsWithAnotherKey(true);
        assertThat(browser.signIn("forged")).isEqualTo("/sign-in?openid=UNTRUSTED");
        assertThat(browser.who()).isEmpty();
        assertThat(refused()).contains("UNTRUSTED ");
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.CsvSource({
        "access_denied,DENIED",
        "temporarily_unavailable,AWAY",
        "invalid_scope,UNFIT"
    })
    void what_the_issuer_says_instead_is_said_in_words(String error, String why) {
        String state = browser.ask(new SignIn()).replaceAll(".*[?&]state=([^&]*).*", "$1");
        assertThat(
                        browser.get(
                                URI.create(
                                        "http://localhost/sign-in/openid?error="
                                                + error
                                                + "&state="
                                                + state)))
                .isEqualTo("/sign-in?openid=" + why);
    }

    @Test
    void the_question_has_a_nonce_and_a_proof_key_and_no_secret() {
        assertThat(browser.ask(new SignIn()))
                .startsWith(ADDRESS + "/oauth2/authorize?")
                .contains("nonce=", "state=", "code_challenge=", "code_challenge_method=S256")
                .contains("redirect_uri=http://localhost/sign-in/openid")
                .doesNotContain(TestIssuer.SECRET);
    }

    /**
     * One walk for what only a browser shows: cookies, the pages' policy, the way there and back.
     */
    @Test
    void a_browser_goes_there_and_comes_back() {
        issuer.knows("http://localhost:" + port + "/sign-in/openid");
        try (SystemBrowser chromium = SystemBrowser.open()) {
            Page page = chromium.visitor();
            page.navigate(at("account"));
            page.locator("input[name=username]").fill(IntegrationTest.OWNER);
            page.locator("input[name=password]").fill(IntegrationTest.PASSWORD);
            page.locator("button[type=submit]").click();
            press(page, "Connect with Acme");
            signInThere(page, "walker");
            PlaywrightAssertions.assertThat(page.locator(".wt-openid-card"))
                    .containsText("walker@example.com");
            PlaywrightAssertions.assertThat(page).hasURL(at("account"));

            page.context()
                    .clearCookies(new BrowserContext.ClearCookiesOptions().setDomain("localhost"));
            page.navigate(at("workers"));
            page.locator(".wt-openid").waitFor();
            assertThat(Axe.faults(page)).isEmpty();
            // There they are signed in still.
            press(page, "Sign in with Acme");
            page.waitForURL(at("workers**"));
            page.locator("vaadin-app-layout").waitFor();

            Page stranger = chromium.visitor();
            stranger.navigate(at("sign-in"));
            press(stranger, "Sign in with Acme");
            signInThere(stranger, "nobody-here");
            PlaywrightAssertions.assertThat(stranger.getByRole(AriaRole.ALERT))
                    .containsText("Acme knows you, but you have no account here.");
        }
    }

    private String at(String path) {
        return "http://localhost:" + port + "/" + path;
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).click();
    }

    private static void signInThere(Page page, String name) {
        page.waitForURL(ADDRESS + "/login**");
        page.locator("input[name=username]").fill(name);
        page.locator("input[name=password]").fill(TestIssuer.PASSWORD);
        page.locator("button[type=submit]").click();
        page.waitForURL(url -> url.startsWith("http://localhost"));
    }

    private String connect(Person person, String name) throws Exception {
        browser.signedIn(person.account());
        return browser.go(new Connect(person.account().account()), name);
    }

    private String invitation() {
        return invitations.invite(owner(), "by the issuer", null, null, null).key();
    }

    private dev.wavetrain.common.Caller owner() {
        UUID id = database.sql("select owner_id from server").query(UUID.class).single();
        return accounts.caller(new UserId(id));
    }

    private void passwordSignIn(String name, String password) {
        context.getBean(PasswordSignIn.class)
                .authenticate(
                        org.springframework.security.authentication
                                .UsernamePasswordAuthenticationToken.unauthenticated(
                                name, password));
    }

    private List<String> noted(AuditAction action, Person who) {
        return database.sql("select detail from audit_entry where action = ? and actor_id = ?")
                .params(action.name(), who.account().account())
                .query(String.class)
                .list();
    }

    private List<String> refused() {
        return database.sql("select detail from audit_entry where action = 'SIGN_IN_REFUSED'")
                .query(String.class)
                .list();
    }

    /** Goes through all of the server's filters, with a session of its own. */
    private final class Browser {

        private MockHttpSession session = new MockHttpSession();

        void leave() {
            session = new MockHttpSession();
        }

        void signedIn(SignedIn who) {
            leave();
            SecurityContext context =
                    new org.springframework.security.core.context.SecurityContextImpl(
                            new TestingAuthenticationToken(who, null, List.of()));
            session.setAttribute(
                    HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, context);
        }

        Optional<SignedIn> who() {
            return Optional.ofNullable(
                            (SecurityContext)
                                    session.getAttribute(
                                            HttpSessionSecurityContextRepository
                                                    .SPRING_SECURITY_CONTEXT_KEY))
                    .flatMap(context -> SignedIn.of(context.getAuthentication()));
        }

        String signIn(String name) throws Exception {
            return go(new SignIn(), name);
        }

        String go(OpenIdPurpose purpose, String name) throws Exception {
            return get(answered(purpose, name));
        }

        URI answered(OpenIdPurpose purpose, String name) throws Exception {
            return issuer.answer(ask(purpose), name);
        }

        /** The click on the button. */
        String ask(OpenIdPurpose purpose) {
            return flow.begin(
                    request(URI.create("http://localhost/?v-r=uidl")),
                    new MockHttpServletResponse(),
                    purpose);
        }

        /** Where one is sent from there. */
        String get(URI address) {
            MockHttpServletResponse response = new MockHttpServletResponse();
            try {
                filters.doFilter(request(address), response, new MockFilterChain());
            } catch (Exception failed) {
                throw new AssertionError(failed);
            }
            return response.getRedirectedUrl();
        }

        private MockHttpServletRequest request(URI address) {
            MockHttpServletRequest request = new MockHttpServletRequest("GET", address.getPath());
            request.setServletPath(address.getPath());
            request.setQueryString(address.getRawQuery());
            request.setSession(session);
            if (address.getQuery() != null) {
                for (String pair : address.getQuery().split("&")) {
                    request.addParameter(
                            pair.substring(0, pair.indexOf('=')),
                            pair.substring(pair.indexOf('=') + 1));
                }
            }
            return request;
        }
    }
}
