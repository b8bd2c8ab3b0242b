package dev.wavetrain.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wavetrain.ApiClient;
import dev.wavetrain.ApiClient.Answer;
import dev.wavetrain.IntegrationTest;
import dev.wavetrain.sharing.Accounts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Workers and the queue before them, with the only worker drained so that runs wait. */
@IntegrationTest
@TestPropertySource(properties = "wavetrain.workers.slots=3")
class WorkersApiTest {

    private static final String WORKERS = "/api/v1/workers";
    private static final String QUEUE = "/api/v1/queue";

    @LocalServerPort int port;
    @Autowired Accounts accounts;
    ApiClient owner;
    ApiClient member;
    String worker;

    @BeforeEach
    void sign_in_and_drain() {
        owner = ApiClient.owner(port);
        String name = ApiClient.uniqueName();
        accounts.create(name, "long enough");
        member = ApiClient.nobody(port).as(name, "long enough");
        worker = owner.get(WORKERS).json().at("/items/0/id").stringValue();
        assertThat(drain("{}").status()).isEqualTo(202);
    }

    @AfterEach
    void nothing_waits() {
        owner.post(WORKERS + "/" + worker + "/resume", "");
        await().until(() -> owner.get(QUEUE).json().get("total").intValue() == 0);
    }

    @Test
    void a_worker_says_what_it_is_and_what_it_was_asked() {
        JsonNode seen = member.get(WORKERS).json();

        assertThat(seen.get("total").intValue()).isEqualTo(1);
        JsonNode node = seen.at("/items/0");
        assertThat(node.get("slots").intValue()).isEqualTo(3);
        assertThat(node.get("used").intValue()).isZero();
        assertThat(node.get("process").longValue()).isEqualTo(ProcessHandle.current().pid());
        assertThat(node.get("intake").stringValue()).isEqualTo("DRAINING");
        assertThat(node.get("draining").booleanValue()).isTrue();
        assertThat(node.get("silent").booleanValue()).isFalse();
        assertThat(node.get("trains")).isEmpty();
        assertThat(drain("{\"putAside\": true}").json().get("intake").stringValue())
                .isEqualTo("EMPTYING");
        Answer resumed = owner.post(WORKERS + "/" + worker + "/resume", "");
        assertThat(resumed.status()).isEqualTo(202);
        assertThat(resumed.json().get("draining").booleanValue()).isFalse();
    }

    @Test
    void who_does_not_own_the_server_may_look_and_not_ask() {
        for (String what : new String[] {"/drain", "/resume"}) {
            Answer refused = member.post(WORKERS + "/" + worker + what, "");
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.json().get("detail").stringValue()).contains("owner of the server");
        }
        assertThat(ApiClient.nobody(port).get(WORKERS).status()).isEqualTo(401);
        assertThat(ApiClient.nobody(port).get(QUEUE).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-id", "00000000-0000-0000-0000-000000000000"})
    void an_unknown_worker_or_run_is_not_found(String id) {
        assertThat(owner.post(WORKERS + "/" + id + "/drain", "").status()).isEqualTo(404);
        assertThat(owner.post(WORKERS + "/" + id + "/resume", "").status()).isEqualTo(404);
        assertThat(owner.post(QUEUE + "/" + id + "/move", "{\"to\": 1}").status()).isEqualTo(404);
    }

    @Test
    void runs_wait_in_an_order_that_can_be_changed() {
        String a = queue(owner, 0);
        String b = queue(owner, 0);
        String high = queue(owner, 9);

        JsonNode moved = owner.post(QUEUE + "/" + b + "/move", "{\"to\": 1}").json();

        assertThat(moved.get("total").intValue()).isEqualTo(3);
        assertThat(moved.at("/items").findValuesAsString("id")).containsExactly(b, high, a);
        assertThat(moved.at("/items/0/priority").intValue()).isEqualTo(9);
        assertThat(moved.at("/items/0/position").intValue()).isEqualTo(1);
        assertThat(moved.at("/items/0/movable").booleanValue()).isTrue();
        JsonNode rest = owner.get(QUEUE + "?page=1&size=2").json();
        assertThat(rest.at("/items/0/run/id").stringValue()).isEqualTo(a);
        assertThat(rest.at("/items/0/position").intValue()).isEqualTo(3);
    }

    @Test
    void what_others_queue_is_counted_and_not_named() {
        String theirs = queue(member, 5);
        String ours = queue(owner, 0);

        JsonNode seen = owner.get(QUEUE).json().at("/items/0");
        assertThat(seen.get("run").isNull()).isTrue();
        assertThat(seen.get("movable").booleanValue()).isFalse();
        assertThat(owner.post(QUEUE + "/" + theirs + "/move", "{\"to\": 2}").status())
                .isEqualTo(404);
        assertThat(member.post(QUEUE + "/" + ours + "/move", "{\"to\": 1}").status())
                .isEqualTo(404);
        assertThat(member.post(QUEUE + "/" + theirs + "/move", "{\"to\": 2}").status())
                .isEqualTo(200);
    }

    @Test
    void a_run_that_has_ended_is_not_moved() {
        String run = queue(owner, 0);
        owner.post("/api/v1/runs/" + run + "/cancel", "");

        Answer refused = owner.post(QUEUE + "/" + run + "/move", "{\"to\": 1}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("detail").stringValue()).contains("CANCELLED");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|to",
                "{\"to\": 0}|to",
                "{\"to\": -3}|to",
                "{\"to\": 1.5}|to",
                "{\"to\": \"1\"}|to",
                "{\"to\": 1e300}|to",
                "{\"to\": 1, \"from\": 2}|from",
                "[]|''",
            })
    void a_bad_move_is_refused_by_its_field(String body, String field) {
        String run = queue(owner, 0);

        Answer refused = owner.post(QUEUE + "/" + run + "/move", body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/field").stringValue()).isEqualTo(field);
        owner.post("/api/v1/runs/" + run + "/cancel", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"putAside\": 1}", "{\"now\": true}", "[true]", "{"})
    void a_bad_drain_is_refused(String body) {
        assertThat(drain(body).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"page=-1", "size=0", "size=201", "page=x", "page=9999999"})
    void a_bad_page_is_refused(String query) {
        assertThat(owner.get(QUEUE + "?" + query).status()).isEqualTo(400);
    }

    private Answer drain(String body) {
        return owner.post(WORKERS + "/" + worker + "/drain", body);
    }

    private static String queue(ApiClient who, int priority) {
        String experiment =
                who.post("/api/v1/experiments", "{\"preset\": \"damped-simple-rnn\"}")
                        .json()
                        .get("id")
                        .stringValue();
        String body = "{\"priority\": " + priority + ", \"overrides\": {\"training.epochs\": 1}}";
        return who.post("/api/v1/experiments/" + experiment + "/runs", body)
                .json()
                .get("id")
                .stringValue();
    }
}
