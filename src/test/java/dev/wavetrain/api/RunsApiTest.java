package dev.wavetrain.api;

import static dev.wavetrain.api.SignInApiTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.ApiClient;
import dev.wavetrain.ApiClient.Answer;
import dev.wavetrain.IntegrationTest;
import dev.wavetrain.sharing.Accounts;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@IntegrationTest
class RunsApiTest {

    static final String RUNS = "/api/v1/runs";

    /** Far too long to end within a test. */
    static final String ENDLESS = "{\"overrides\": {\"training.epochs\": 10000000}}";

    @LocalServerPort int port;
    @Autowired Accounts accounts;
    ApiClient owner;

    @BeforeEach
    void client() {
        owner = ApiClient.owner(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "damped-simple-rnn",
                "sin-to-cos-simple-rnn",
                "sin-to-cos-lstm",
                "damped-cos-to-sin-lstm",
                "square-to-root-lstm",
                "damped-gru",
                "damped-lstm"
            })
    void every_small_preset_trains(String preset) {
        JsonNode run = ended(queue(preset, "{\"overrides\": {\"training.epochs\": 3}}"));
        assertThat(run.get("state").stringValue()).isEqualTo("COMPLETED");
        assertThat(run.get("epoch").intValue()).isEqualTo(3);
        assertThat(run.at("/metrics/loss").isNumber()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sine-lstm-300", "two-tone-lstm-300"})
    void every_large_preset_trains_an_epoch(String preset) {
        JsonNode run =
                ended(
                        queue(
                                preset,
                                """
                                {"overrides": {"training.epochs": 1, "network.units": [8]}}
                                """));
        assertThat(run.get("state").stringValue()).isEqualTo("COMPLETED");
        assertThat(run.at("/metrics/val_loss").isNumber()).isTrue();
    }

    @Test
    void a_run_has_every_field_of_the_contract() {
        String experiment = experiment("damped-simple-rnn");
        Answer queued =
                owner.post(
                        experiment + "/runs",
                        """
                        {"seed": 7, "name": "Mine", "tags": ["a", "b"], "priority": 3,
                         "overrides": {"training.epochs": 20, "training.checkpoints.every": 10}}
                        """);
        assertThat(queued.status()).as(queued.text()).isEqualTo(202);
        String at = queued.header("Location");
        assertThat(at).isEqualTo(RUNS + "/" + queued.json().get("id").stringValue());
        JsonNode run = ended(at);
        assertThat(run.propertyNames())
                .contains(
                        "id",
                        "name",
                        "experimentId",
                        "experimentVersion",
                        "definition",
                        "seed",
                        "state",
                        "epoch",
                        "epochs",
                        "metrics",
                        "queuedAt",
                        "startedAt",
                        "finishedAt",
                        "etaSeconds",
                        "worker",
                        "attempt",
                        "failure",
                        "tags",
                        "notes",
                        "owner",
                        "provenance");
        assertThat(run.get("metrics").propertyNames())
                .containsExactlyInAnyOrder("loss", "val_loss", "best_val_loss", "best_epoch");
        assertThat(run.get("seed").longValue()).isEqualTo(7);
        assertThat(run.get("epochs").intValue()).isEqualTo(20);
        assertThat(run.at("/definition/training/epochs").intValue()).isEqualTo(20);
        assertThat(run.get("tags").toString()).isEqualTo("[\"a\",\"b\"]");
        assertThat(run.get("owner").stringValue()).isEqualTo(IntegrationTest.OWNER);
        assertThat(run.get("failure").isNull()).isTrue();
        assertThat(run.at("/provenance/seed").longValue()).isEqualTo(7);
    }

    @Test
    void a_run_is_paused_resumed_and_refuses_what_its_state_forbids() {
        String run = queue("sine-lstm-300", "{}");
        assertThat(owner.post(run + "/resume", "").status()).isEqualTo(409);

        Answer paused = owner.post(run + "/pause", "");
        assertThat(paused.status()).as(paused.text()).isEqualTo(202);
        JsonNode now =
                Awaitility.await()
                        .atMost(Duration.ofSeconds(60))
                        .until(
                                () -> owner.get(run).json(),
                                one -> one.get("state").stringValue().equals("PAUSED"));
        assertThat(now.get("etaSeconds").isNull()).isTrue();
        assertThat(now.get("pausing").booleanValue()).isFalse();
        assertThat(now.get("parent").isNull()).isTrue();
        Answer again = owner.post(run + "/pause", "");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().get("detail").stringValue())
                .isEqualTo("The run is paused already.");

        assertThat(owner.post(run + "/resume", "").status()).isEqualTo(202);
        assertThat(owner.post(run + "/cancel", "").status()).isEqualTo(202);
        assertThat(ended(run).get("state").stringValue()).isEqualTo("CANCELLED");
        for (String action : List.of("/pause", "/resume", "/cancel")) {
            assertThat(owner.post(run + action, "").status()).isEqualTo(409);
            assertThat(owner.post(RUNS + "/" + UUID.randomUUID() + action, "").status())
                    .isEqualTo(404);
        }
    }

    @Test
    void a_run_without_a_body_takes_the_experiment_as_it_is() {
        Answer queued =
                owner.send(
                        owner.request(experiment("damped-simple-rnn") + "/runs")
                                .POST(java.net.http.HttpRequest.BodyPublishers.noBody()));
        assertThat(queued.status()).as(queued.text()).isEqualTo(202);
        assertThat(ended(queued.header("Location")).get("epochs").intValue()).isEqualTo(500);
    }

    @Test
    void a_repeated_request_with_its_key_is_one_run() {
        String path = experiment("damped-simple-rnn") + "/runs";
        String first = keyed(path, "k1");
        assertThat(keyed(path, "k1")).isEqualTo(first);
        assertThat(keyed(path, "k2")).isNotEqualTo(first);
    }

    @Test
    void a_blank_key_is_none() {
        String path = experiment("damped-simple-rnn") + "/runs";
        assertThat(keyed(path, " ")).isNotEqualTo(keyed(path, " "));
    }

    @Test
    void a_key_that_queued_another_experiments_run_is_refused() {
        queueKeyed(experiment("damped-simple-rnn") + "/runs", "k3");
        assertProblem(queueKeyed(experiment("damped-gru") + "/runs", "k3"), 409);
    }

    private String keyed(String path, String key) {
        return queueKeyed(path, key).header("Location");
    }

    private Answer queueKeyed(String path, String key) {
        return owner.send(
                owner.request(path)
                        .header("Idempotency-Key", key)
                        .header("Content-Type", "application/json")
                        .POST(
                                java.net.http.HttpRequest.BodyPublishers.ofString(
                                        "{\"overrides\": {\"training.epochs\": 1}}")));
    }

    @Test
    void notes_may_have_lines_but_no_other_control_characters() {
        String at = queueKeyed(experiment("damped-simple-rnn") + "/runs", "k4").header("Location");
        assertThat(owner.patch(at, "{\"notes\": \"a\\n\\tb\"}").status()).isEqualTo(200);
        assertProblem(owner.patch(at, "{\"notes\": \"a\\u0000b\"}"), 400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"seed": "one"}                                 | seed
                    {"seed": 1.5}                                   | seed
                    {"seed": 99999999999999999999}                  | seed
                    {"priority": 101}                               | priority
                    {"tags": "a"}                                   | tags
                    {"tags": [1]}                                   | tags[0]
                    {"name": ""}                                    | name
                    {"sed": 1}                                      | sed
                    {"overrides": [1]}                              | overrides
                    {"overrides": {"training.epochs": 0}}           | training.epochs
                    {"overrides": {"training.epochs": "x"}}         | training.epochs
                    {"overrides": {"training.nothing": 1}}          | training.nothing
                    {"overrides": {"": 1}}                          | ''
                    {"overrides": {"network.units": []}}            | network.units
                    {"overrides": {"sequence.input.expression": "1/x"}} | sequence.input.expression
                    """)
    void a_wrong_run_names_its_field_and_queues_nothing(String body, String field) {
        String experiment = experiment("damped-simple-rnn");
        Answer answer = owner.post(experiment + "/runs", body);
        assertProblem(answer, 400);
        assertThat(answer.json().get("errors").findValuesAsString("field").toString())
                .contains(field);
        String id = experiment.substring(experiment.lastIndexOf('/') + 1);
        assertThat(owner.get(RUNS + "?query=experiment:" + id).json().get("total").longValue())
                .isZero();
    }

    @Test
    void metrics_come_whole_as_a_delta_and_thinned() {
        String at = queue("damped-simple-rnn", "{\"overrides\": {\"training.epochs\": 120}}");
        ended(at);
        JsonNode whole = owner.get(at + "/metrics").json();
        assertThat(whole.at("/series").propertyNames()).containsExactly("loss", "val_loss");
        assertThat(whole.at("/series/loss").propertyNames())
                .containsExactlyInAnyOrder("step", "value", "min", "max");
        assertThat(whole.at("/series/loss/step").size()).isEqualTo(120);
        assertThat(whole.get("next").intValue()).isEqualTo(120);
        JsonNode delta = owner.get(at + "/metrics?keys=val_loss&after=100").json();
        assertThat(delta.get("series").propertyNames()).containsExactly("val_loss");
        assertThat(delta.at("/series/val_loss/step/0").intValue()).isEqualTo(101);
        JsonNode thinned = owner.get(at + "/metrics?maxPoints=10").json();
        assertThat(thinned.at("/series/loss/step").size()).isLessThanOrEqualTo(10);
        assertThat(owner.get(at + "/metrics.csv").text().lines()).hasSize(121);
        assertThat(owner.get(at + "/metrics.csv").header("Content-Type")).startsWith("text/csv");
    }

    @ParameterizedTest
    @CsvSource({"keys=nothing,keys", "after=-1,after", "after=x,after", "maxPoints=0,maxPoints"})
    void wrong_metric_questions_are_400(String query, String field) {
        String at = queue("damped-simple-rnn", "{\"overrides\": {\"training.epochs\": 1}}");
        Answer answer = owner.get(at + "/metrics?" + query);
        assertProblem(answer, 400);
        assertThat(answer.json().at("/errors/0/field").stringValue()).isEqualTo(field);
    }

    @Test
    void a_run_that_diverges_says_when_and_what_to_try() {
        JsonNode run =
                ended(
                        queue(
                                "damped-simple-rnn",
                                "{\"overrides\": {\"training.optimizer.learningRate\": 1e6}}"));
        assertThat(run.get("state").stringValue()).isEqualTo("DIVERGED");
        assertThat(run.get("failure").stringValue()).contains("epoch").contains("learning rate");
    }

    @Test
    void a_run_is_cancelled_once() {
        String at = queue("damped-simple-rnn", ENDLESS);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> owner.get(at).json().get("epoch").intValue() > 0);
        assertThat(owner.post(at + "/cancel", "").status()).isEqualTo(202);
        assertThat(ended(at).get("state").stringValue()).isEqualTo("CANCELLED");
        assertProblem(owner.post(at + "/cancel", ""), 409);
    }

    @Test
    void a_run_is_renamed_binned_and_restored() {
        String at = queue("damped-simple-rnn", "{\"overrides\": {\"training.epochs\": 1}}");
        ended(at);
        String tag = ApiClient.uniqueName();
        Answer changed =
                owner.patch(
                        at, "{\"name\": \"New\", \"notes\": \"n\", \"tags\": [\"" + tag + "\"]}");
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(owner.patch(at, "{\"notes\": \"m\"}").json().get("name").stringValue())
                .isEqualTo("New");
        String list = RUNS + "?query=tag:" + tag;
        assertThat(owner.get(list).json().get("total").longValue()).isEqualTo(1);
        assertThat(owner.delete(at).status()).isEqualTo(204);
        assertThat(owner.delete(at).status()).isEqualTo(204);
        assertThat(owner.get(list).json().get("total").longValue()).isZero();
        assertThat(owner.get(list + "&deleted=true").json().get("total").longValue()).isEqualTo(1);
        assertThat(owner.get(at).json().get("deleted").booleanValue()).isTrue();
        assertThat(owner.post(at + "/restore", "").json().get("deleted").booleanValue()).isFalse();
        assertThat(owner.get(list).json().at("/items/0/name").stringValue()).isEqualTo("New");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sort=nothing",
                "page=-1",
                "size=0",
                "size=1000",
                "page=99999999999999999999",
                "deleted=maybe",
                "query=%28",
                "query=loss+%3C",
                "query=colour+%3D+red",
                "query=a%00b"
            })
    void wrong_lists_are_400(String query) {
        assertProblem(owner.get(RUNS + "?" + query), 400);
    }

    @Test
    void a_wrong_filter_is_refused_with_its_place() {
        Answer answer = owner.get(RUNS + "?query=loss+%3C+1+and+val_los+%3E+2");
        assertProblem(answer, 400);
        assertThat(answer.json().at("/errors/0/field").stringValue()).isEqualTo("query");
        assertThat(answer.json().at("/errors/0/position").intValue()).isEqualTo(14);
        assertThat(answer.json().at("/errors/0/message").stringValue())
                .contains("character 14", "perhaps 'val_loss' is meant");
    }

    @Test
    void checkpoints_are_listed_and_their_files_fetched_once() throws Exception {
        String at = queue("damped-simple-rnn", "{\"overrides\": {\"training.epochs\": 5}}");
        ended(at);
        JsonNode checkpoints = owner.get(at + "/checkpoints").json();
        assertThat(checkpoints.size()).isPositive();
        JsonNode last = checkpoints.get(checkpoints.size() - 1);
        assertThat(last.propertyNames())
                .contains(
                        "id",
                        "epoch",
                        "loss",
                        "val_loss",
                        "labels",
                        "bytes",
                        "sha256",
                        "parametersSha256",
                        "createdAt");
        assertThat(last.get("labels").toString()).contains("\"last\"");
        String file = "/api/v1/checkpoints/" + last.get("id").stringValue() + "/weights";
        Answer weights = owner.get(file);
        assertThat(weights.raw().body()).hasSize(last.get("bytes").intValue());
        String sha256 =
                HexFormat.of()
                        .formatHex(
                                MessageDigest.getInstance("SHA-256").digest(weights.raw().body()));
        assertThat(sha256).isEqualTo(last.get("sha256").stringValue());
        assertThat(weights.header("ETag")).isEqualTo("\"" + sha256 + "\"");
        Answer again =
                owner.send(owner.request(file).header("If-None-Match", "\"" + sha256 + "\"").GET());
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.raw().body()).isEmpty();
    }

    @Test
    void what_belongs_to_others_does_not_exist() {
        String experiment = experiment("damped-simple-rnn");
        String at = owner.post(experiment + "/runs", ENDLESS).header("Location");
        String name = ApiClient.uniqueName();
        accounts.create(name, "right password");
        ApiClient stranger = ApiClient.nobody(port).as(name, "right password");
        for (String path : List.of("", "/metrics", "/metrics.csv", "/events", "/checkpoints")) {
            assertProblem(stranger.get(at + path), 404);
        }
        assertProblem(stranger.post(experiment + "/runs", "{}"), 404);
        assertProblem(stranger.patch(at, "{}"), 404);
        assertProblem(stranger.post(at + "/cancel", ""), 404);
        assertProblem(stranger.post(at + "/restore", ""), 404);
        assertProblem(stranger.delete(at), 404);
        assertThat(stranger.get(RUNS).json().get("total").longValue()).isZero();
        assertThat(owner.get(at).json().get("state").stringValue()).isIn("QUEUED", "RUNNING");
        owner.post(at + "/cancel", "");
        ended(at);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "00000000-0000-0000-0000-000000000000"})
    void unknown_and_malformed_ids_are_404(String id) {
        for (String path : List.of("", "/metrics", "/metrics.csv", "/events", "/checkpoints")) {
            assertProblem(owner.get(RUNS + "/" + id + path), 404);
        }
        assertProblem(owner.get("/api/v1/checkpoints/" + id + "/weights"), 404);
    }

    @Test
    void what_is_not_offered_is_404() {
        String at = queue("damped-simple-rnn", "{\"overrides\": {\"training.epochs\": 1}}");
        assertProblem(owner.post(at + "/promise", "{}"), 404);
    }

    @Test
    void an_archived_experiment_queues_nothing() {
        String experiment = experiment("damped-simple-rnn");
        owner.delete(experiment);
        assertProblem(owner.post(experiment + "/runs", "{}"), 409);
    }

    private String experiment(String preset) {
        return owner.post("/api/v1/experiments", "{\"preset\": \"" + preset + "\"}")
                .header("Location");
    }

    private String queue(String preset, String body) {
        Answer queued = owner.post(experiment(preset) + "/runs", body);
        assertThat(queued.status()).as(queued.text()).isEqualTo(202);
        return queued.header("Location");
    }

    private JsonNode ended(String at) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> owner.get(at).json(), run -> !run.get("finishedAt").isNull());
    }
}
