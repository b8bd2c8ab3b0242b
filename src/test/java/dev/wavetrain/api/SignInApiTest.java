package dev.wavetrain.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.ApiClient;
import dev.wavetrain.ApiClient.Answer;
import dev.wavetrain.IntegrationTest;
import dev.wavetrain.sharing.Accounts;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@IntegrationTest
class SignInApiTest {

    static final String TOKENS = "/api/v1/tokens";

    @LocalServerPort int port;
    @Autowired Accounts accounts;
    ApiClient nobody;
    ApiClient owner;

    @BeforeEach
    void clients() {
        nobody = ApiClient.nobody(port);
        owner = ApiClient.owner(port);
    }

    @Test
    void without_credentials_the_answer_is_a_401_problem() {
        Answer answer = nobody.get(TOKENS);
        assertProblem(answer, 401);
        assertThat(answer.raw().headers().allValues("WWW-Authenticate"))
                .containsExactly("Basic realm=\"Wavetrain\"", "Bearer");
    }

    @Test
    void no_session_is_made_and_none_is_taken() {
        Answer answer = owner.get(TOKENS);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic",
                "Basic !!!",
                "Basic bm9jb2xvbg==",
                "Bearer",
                "Bearer ",
                "Bearer wt_unknown",
                "Digest x",
                "\u00ff"
            })
    void malformed_credentials_are_a_401(String header) {
        assertProblem(nobody.with(header).get(TOKENS), 401);
    }

    @Test
    void a_wrong_password_is_a_401_and_many_are_a_429() {
        String name = ApiClient.uniqueName();
        accounts.create(name, "right password");
        ApiClient wrong = nobody.as(name, "wrong password");
        for (int i = 0; i < 10; i++) {
            assertProblem(wrong.get(TOKENS), 401);
        }
        Answer slowed = wrong.get(TOKENS);
        assertProblem(slowed, 429);
        assertThat(Long.parseLong(slowed.header("Retry-After"))).isPositive();
        assertThat(owner.get(TOKENS).status()).isEqualTo(200);
    }

    @Test
    void a_password_too_long_for_the_hash_is_a_401() {
        assertProblem(nobody.as(IntegrationTest.OWNER, "x".repeat(5_000)).get(TOKENS), 401);
    }

    @Test
    void a_token_signs_in_until_it_is_revoked() {
        Answer made = owner.post(TOKENS, "{\"name\": \"laptop\"}");
        assertThat(made.status()).isEqualTo(201);
        String id = made.json().get("id").stringValue();
        String token = made.json().get("token").stringValue();
        assertThat(made.header("Location")).isEqualTo(TOKENS + "/" + id);
        ApiClient script = nobody.bearer(token);
        assertThat(script.get(TOKENS).text())
                .contains(id, "laptop", "lastUsedAt")
                .doesNotContain(token);
        assertThat(owner.delete(TOKENS + "/" + id).status()).isEqualTo(204);
        assertProblem(script.get(TOKENS), 401);
        assertProblem(owner.delete(TOKENS + "/" + id), 404);
    }

    @Test
    void a_stranger_revokes_nothing_of_others() {
        String id = owner.post(TOKENS, "{\"name\": \"mine\"}").json().get("id").stringValue();
        String name = ApiClient.uniqueName();
        accounts.create(name, "right password");
        assertProblem(nobody.as(name, "right password").delete(TOKENS + "/" + id), 404);
        assertThat(owner.get(TOKENS).text()).contains(id);
    }

    @Test
    void every_wrong_field_of_a_token_is_named() {
        Answer answer = owner.post(TOKENS, "{\"name\": 3, \"expiresAt\": \"soon\", \"x\": 1}");
        assertProblem(answer, 400);
        assertThat(answer.json().get("errors").findValuesAsString("field"))
                .containsExactly("name", "expiresAt", "x");
    }

    @Test
    void a_token_may_not_have_ended_before_it_began() {
        String past = Instant.now().minusSeconds(60).toString();
        assertProblem(
                owner.post(TOKENS, "{\"name\": \"late\", \"expiresAt\": \"" + past + "\"}"), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"a\\u0000b\"}",
                "{\"name\": \"late\", \"expiresAt\": \"+1000000000-12-31T23:59:59.999999999Z\"}",
                "{\"name\": \"late\", \"expiresAt\": \"+300000-01-01T00:00:00Z\"}"
            })
    void a_token_that_cannot_be_stored_is_refused(String body) {
        assertProblem(owner.post(TOKENS, body), 400);
    }

    @Test
    void health_is_open_and_figures_are_not() {
        assertThat(nobody.get("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(nobody.get("/actuator/health/readiness").status()).isEqualTo(200);
        assertProblem(nobody.get("/actuator/prometheus"), 401);
        assertThat(owner.get("/actuator/prometheus").status()).isEqualTo(200);
        assertProblem(nobody.get("/actuator/env"), 401);
        assertProblem(owner.get("/actuator/env"), 404);
    }

    @Test
    void figures_are_for_the_owner_or_a_token() {
        String name = ApiClient.uniqueName();
        accounts.create(name, "right password");
        ApiClient other = nobody.as(name, "right password");
        assertProblem(other.get("/actuator/prometheus"), 403);
        String token =
                other.post(TOKENS, "{\"name\": \"scrape\"}").json().get("token").stringValue();
        assertThat(nobody.bearer(token).get("/actuator/prometheus").status()).isEqualTo(200);
    }

    static void assertProblem(Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().propertyNames()).contains("type", "title", "status", "detail");
        assertThat(answer.json().get("status").intValue()).isEqualTo(status);
    }
}
