package dev.wavetrain.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.ApiClient;
import dev.wavetrain.ApiClient.Answer;
import dev.wavetrain.IntegrationTest;
import dev.wavetrain.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Named models from the promotion to the answer. */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModelsApiTest {

    static final String API = "/api/v1";
    static final String MODELS = API + "/models";
    static final String ZEROS = "{\"window\": " + java.util.Collections.nCopies(20, 0.25) + "}";

    @LocalServerPort int port;
    @Autowired ApplicationContext context;
    @Autowired JdbcClient jdbc;
    Person ada;
    ApiClient client;
    String run;
    String checkpoint;

    @BeforeAll
    void train() {
        ada = Person.make(context, port);
        client = ada.client();
        run = trained("{\"preset\": \"damped-simple-rnn\"}");
        checkpoint = checkpoints(run).getFirst();
    }

    @Test
    void a_model_answers_what_its_checkpoint_forecasts_in_the_units_of_the_data() {
        ObjectNode preset = preset("damped-simple-rnn");
        ((ObjectNode) preset.get("definition").get("sequence"))
                .put("scaling", "MIN_MAX")
                .set(
                        "input",
                        ApiClient.JSON.readTree("{\"expression\": \"50+20*exp(-x/5)*cos(x)\"}"));
        String scaled = checkpoints(trained(preset.toString())).getLast();
        JsonNode evaluation =
                client.post(
                                API + "/checkpoints/" + scaled + "/evaluations",
                                "{\"mode\": \"FREE_RUN\", \"start\": 0, \"steps\": 30}")
                        .json();
        String window =
                IntStream.range(0, 20)
                        .mapToDouble(i -> 5 * Math.PI * i / 199)
                        .map(x -> 50 + 20 * Math.exp(-x / 5) * Math.cos(x))
                        .mapToObj(value -> "[" + value + "]")
                        .toList()
                        .toString();
        var _ = model("scaled", scaled, "champion");

        JsonNode answer =
                ok(
                        client.post(
                                MODELS + "/scaled@champion/predict",
                                "{\"window\": " + window + ", \"steps\": 30}"));

        assertThat(answer.get("version").intValue()).isEqualTo(1);
        assertThat(answer.get("forecast").size()).isEqualTo(30);
        close(answer.get("forecast"), evaluation.at("/segments/0/predicted"), 1e-3);
        assertThat(answer.get("forecast").get(0).doubleValue()).isBetween(20.0, 80.0);
    }

    @Test
    void a_translation_is_decoded() {
        String translating = checkpoints(trained("{\"preset\": \"sin-to-cos-lstm\"}")).getLast();
        JsonNode evaluation =
                client.post(
                                API + "/checkpoints/" + translating + "/evaluations",
                                "{\"mode\": \"DECODE\", \"starts\": [0]}")
                        .json();
        String window =
                IntStream.range(0, 24)
                        .mapToDouble(i -> Math.sin(-2 * Math.PI + 4 * Math.PI * i / 99))
                        .boxed()
                        .toList()
                        .toString();
        var _ = model("cosine", translating, "champion");

        JsonNode answer =
                ok(client.post(MODELS + "/cosine@1/predict", "{\"window\": " + window + "}"));

        assertThat(answer.get("forecast").size()).isEqualTo(24);
        close(answer.get("forecast"), evaluation.at("/segments/0/predicted"), 1e-4);
    }

    @Test
    void an_alias_moves_between_versions_and_each_move_is_written_down() {
        String name = model("moving", checkpoint, "champion");
        JsonNode second =
                made(
                        client.post(
                                name + "/versions",
                                "{\"checkpoint\": \"%s\", \"note\": \"better\", \"aliases\": [\"next\"]}"
                                        .formatted(checkpoints(run).getLast())));
        assertThat(second.get("version").intValue()).isEqualTo(2);
        assertThat(asked(name + "@champion")).isEqualTo(1);
        JsonNode moved = ok(client.put(name + "/aliases/champion", "{\"version\": 2}"));
        assertThat(moved.get("aliases").toString()).isEqualTo("{\"champion\":2,\"next\":2}");
        assertThat(asked(name + "@champion")).isEqualTo(2);
        assertThat(asked(name + "@1")).isEqualTo(1);
        assertThat(client.delete(name + "/versions/2").status()).isEqualTo(409);
        assertThat(client.delete(name + "/aliases/next").status()).isEqualTo(204);
        assertThat(client.delete(name + "/aliases/next").status()).isEqualTo(404);
        assertThat(client.delete(name + "/versions/1").status()).isEqualTo(204);
        assertThat(client.delete(name + "/versions/2").status()).isEqualTo(409);
        assertThat(ok(client.get(name)).get("versions").intValue()).isEqualTo(1);
        // A number stands for one thing for ever.
        assertThat(
                        made(client.post(
                                        name + "/versions",
                                        "{\"checkpoint\": \"" + checkpoint + "\"}"))
                                .get("version")
                                .intValue())
                .isEqualTo(3);
        assertThat(client.delete(name).status()).isEqualTo(204);
        assertThat(client.post(name + "@champion/predict", ZEROS).status()).isEqualTo(404);
        assertThat(
                        jdbc.sql(
                                        "select action from audit_entry where subject = 'moving' order by number")
                                .query(String.class)
                                .list())
                .containsExactly(
                        "MODEL_MADE",
                        "MODEL_ALIAS_MOVED",
                        "MODEL_PROMOTED",
                        "MODEL_ALIAS_MOVED",
                        "MODEL_ALIAS_MOVED",
                        "MODEL_ALIAS_REMOVED",
                        "MODEL_VERSION_DELETED",
                        "MODEL_PROMOTED",
                        "MODEL_DELETED");
    }

    @Test
    void a_model_outlives_the_run_that_it_came_from() {
        String gone = trained("{\"preset\": \"damped-simple-rnn\"}");
        String name = model("outlives", checkpoints(gone).getFirst(), "champion");
        int before = asked(name + "@champion");
        assertThat(client.delete(API + "/runs/" + gone).status()).isLessThan(300);
        Answer refused =
                client.post(
                        name + "/versions",
                        "{\"checkpoint\": \"" + checkpoints(gone).getFirst() + "\"}");
        assertThat(refused.status()).as(refused.text()).isEqualTo(409);
        assertThat(refused.text()).contains("in the bin");
        assertThat(client.post(API + "/runs/" + gone + "/purge", "").status()).isLessThan(300);
        Awaitility.await()
                .until(
                        () ->
                                jdbc.sql("select count(*) from run where id = ?")
                                        .param(UUID.fromString(gone))
                                        .query(Long.class)
                                        .single(),
                        left -> left == 0);
        assertThat(asked(name + "@champion")).isEqualTo(before);
        assertThat(ok(client.get(name)).at("/latest/runId").stringValue()).isEqualTo(gone);
    }

    @Test
    void damaged_weights_are_refused_in_words_and_other_versions_answer() {
        String name = model("damaged", checkpoint, "champion");
        var _ = made(client.post(name + "/versions", "{\"checkpoint\": \"" + checkpoint + "\"}"));
        jdbc.sql(
                        "update named_model_weights set bytes = ? where version_id = (select v.id from"
                                + " named_model_version v join named_model m on m.id = v.model_id"
                                + " where m.name = 'damaged' and v.version = 2)")
                .param(new byte[100])
                .update();

        Answer refused = client.post(name + "@2/predict", ZEROS);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("version 2 are damaged").contains("other versions");
        assertThat(asked(name + "@champion")).isEqualTo(1);
    }

    @Test
    void a_damaged_checkpoint_is_not_promoted() {
        String bad = checkpoints(trained("{\"preset\": \"damped-simple-rnn\"}")).getFirst();
        jdbc.sql("update checkpoint_weights set bytes = ? where checkpoint_id = ?")
                .params(new byte[100], UUID.fromString(bad))
                .update();
        Answer refused =
                client.post(MODELS, "{\"name\": \"bad\", \"checkpoint\": \"" + bad + "\"}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("damaged");
        assertThat(client.get(MODELS + "/bad").status()).isEqualTo(404);
    }

    @Test
    void two_who_promote_at_once_get_versions_of_their_own() throws Exception {
        String name = model("raced", checkpoint, "champion");
        String body = "{\"checkpoint\": \"" + checkpoint + "\", \"aliases\": [\"champion\"]}";
        List<JsonNode> made = atOnce(4, () -> made(client.post(name + "/versions", body)));
        assertThat(made)
                .extracting(one -> one.get("version").intValue())
                .containsExactlyInAnyOrder(2, 3, 4, 5);
        assertThat(ok(client.get(name)).get("aliases").get("champion").intValue()).isEqualTo(5);
        List<Answer> same =
                atOnce(
                        4,
                        () ->
                                client.post(
                                        MODELS,
                                        "{\"name\": \"once\", \"checkpoint\": \"%s\"}"
                                                .formatted(checkpoint)));
        assertThat(same).extracting(Answer::status).containsExactlyInAnyOrder(201, 400, 400, 400);
    }

    @Test
    void those_who_ask_at_once_get_the_answers_of_those_who_ask_alone() throws Exception {
        String name = model("crowded", checkpoint, "champion");
        String body = ZEROS.replace("}", ", \"steps\": 50}");
        String alone = ok(client.post(name + "@1/predict", body)).get("forecast").toString();
        List<String> all =
                atOnce(
                        8,
                        () ->
                                ok(client.post(name + "@1/predict", body))
                                        .get("forecast")
                                        .toString());
        assertThat(all).containsOnly(alone);
    }

    @Test
    void a_name_that_several_projects_have_wants_the_project_too() {
        String project =
                made(client.post(API + "/projects", "{\"name\": \"Wave lab\"}"))
                        .get("id")
                        .stringValue();
        var _ = model("twice", checkpoint, "champion");
        String other =
                trained("{\"preset\": \"damped-simple-rnn\", \"project\": \"" + project + "\"}");
        var _ = model("twice", checkpoints(other).getFirst(), "champion");
        Answer which = client.post(MODELS + "/twice@champion/predict", ZEROS);
        assertThat(which.status()).isEqualTo(409);
        assertThat(which.text())
                .contains("2 projects have a model of this name")
                .contains("?project=" + project + " (Wave lab)");
        assertThat(
                        ok(client.post(
                                        MODELS + "/twice@champion/predict?project=" + project,
                                        ZEROS))
                                .get("project")
                                .stringValue())
                .isEqualTo(project);
        Answer elsewhere =
                client.post(
                        MODELS + "/twice/versions?project=" + project,
                        "{\"checkpoint\": \"" + checkpoint + "\"}");
        assertThat(elsewhere.status()).isEqualTo(400);
        assertThat(elsewhere.text()).contains("another project");
        assertThat(ok(client.get(MODELS + "?project=" + project)).get("total").intValue()).isOne();

        assertThat(client.delete(API + "/projects/" + project).status()).isEqualTo(204);
        assertThat(asked(MODELS + "/twice@champion")).isEqualTo(1);
        assertThat(client.post(API + "/projects/" + project + "/purge", "").status())
                .isEqualTo(204);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                jdbc.sql("select count(*) from project where id = ?")
                                        .param(UUID.fromString(project))
                                        .query(Long.class)
                                        .single(),
                        left -> left == 0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {}                                     | window
                    {"window": 3}                          | window
                    {"window": []}                         | window
                    {"window": [1, 2]}                     | window
                    {"window": ["NaN", 1e999, null, {}]}   | window[0] window[1] window[2] window[3]
                    {"window": [1], "steps": 0}            | steps
                    {"window": [1], "steps": 1.5}          | steps
                    {"window": [1], "steps": 10001}        | steps
                    {"window": [[[1]]]}                    | window[0][0]
                    {"window": [1], "more": 1}             | more
                    """)
    void a_question_that_does_not_fit_is_refused_field_by_field(String body, String fields) {
        String name = MODELS + "/asked";
        if (client.get(name).status() == 404) {
            var _ = model("asked", checkpoint, "champion");
        }
        Answer refused = client.post(name + "@champion/predict", body);
        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.json().get("errors").findValuesAsString("field"))
                .contains(fields.split(" "));
    }

    @Test
    void nobody_else_s_model_is_there_and_what_is_not_there_is_not_found() {
        String name = model("mine", checkpoint, "champion");
        ApiClient stranger = Person.make(context, port).client();
        assertThat(stranger.get(name).status()).isEqualTo(404);
        assertThat(stranger.post(name + "@champion/predict", ZEROS).status()).isEqualTo(404);
        assertThat(stranger.get(MODELS).json().get("total").intValue()).isZero();
        assertThat(
                        stranger.post(
                                        MODELS,
                                        "{\"name\": \"theirs\", \"checkpoint\": \"%s\"}"
                                                .formatted(checkpoint))
                                .status())
                .isEqualTo(404);
        for (String reference : List.of("nobody", "0", "2", "99999999999", "%20", "champion@1")) {
            assertThat(client.post(name + "@" + reference + "/predict", ZEROS).status())
                    .as(reference)
                    .isEqualTo(404);
        }
        for (String wrong : List.of("Wave", "3", "", "a b", "a@b", "a".repeat(65))) {
            assertThat(
                            client.post(
                                            MODELS,
                                            "{\"name\": \"%s\", \"checkpoint\": \"%s\"}"
                                                    .formatted(wrong, checkpoint))
                                    .status())
                    .as(wrong)
                    .isEqualTo(400);
        }
    }

    private int asked(String model) {
        return ok(client.post(model + "/predict", ZEROS)).get("version").intValue();
    }

    /** The address of a new model. */
    private String model(String name, String from, String alias) {
        var _ =
                made(
                        client.post(
                                MODELS,
                                "{\"name\": \"%s\", \"checkpoint\": \"%s\", \"aliases\": [\"%s\"]}"
                                        .formatted(name, from, alias)));
        return MODELS + "/" + name;
    }

    private static void close(JsonNode found, JsonNode expected, double within) {
        for (int i = 0; i < found.size(); i++) {
            assertThat(found.get(i).doubleValue())
                    .isCloseTo(
                            expected.get(i).doubleValue(),
                            org.assertj.core.data.Offset.offset(within));
        }
    }

    private static JsonNode ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static JsonNode made(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(times)) {
            List<Future<T>> all = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                all.add(threads.submit(work));
            }
            List<T> done = new ArrayList<>();
            for (Future<T> one : all) {
                done.add(one.get());
            }
            return done;
        }
    }

    private ObjectNode preset(String key) {
        for (JsonNode one : client.get(API + "/presets").json()) {
            if (one.get("key").stringValue().equals(key)) {
                return ApiClient.JSON
                        .createObjectNode()
                        .put("name", "changed")
                        .set("definition", one.get("definition"));
            }
        }
        throw new AssertionError(key);
    }

    /** A run of four epochs. */
    private String trained(String experiment) {
        String at = client.post(API + "/experiments", experiment).header("Location");
        Answer queued =
                client.post(
                        at + "/runs",
                        "{\"overrides\": {\"training.epochs\": 4, \"training.checkpoints.every\": 2}}");
        String id = queued.json().get("id").stringValue();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> client.get(API + "/runs/" + id).json().get("state").stringValue(),
                        "COMPLETED"::equals);
        return id;
    }

    private List<String> checkpoints(String of) {
        return client.get(API + "/runs/" + of + "/checkpoints").json().findValuesAsString("id");
    }
}
