package dev.wavetrain.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.ApiClient;
import dev.wavetrain.ApiClient.Answer;
import dev.wavetrain.IntegrationTest;
import dev.wavetrain.sharing.Accounts;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Training on from saved weights. */
@IntegrationTest
class TrainOnApiTest {

    @LocalServerPort int port;
    @Autowired Accounts accounts;
    @Autowired JdbcClient jdbc;
    ApiClient owner;

    @BeforeEach
    void sign_in() {
        owner = ApiClient.owner(port);
    }

    /** Without a shuffle every epoch sees the same order, so the two halves are the whole. */
    @Test
    void two_halves_of_a_training_end_as_the_whole_where_nothing_is_shuffled() {
        String optimizer = "\"training.shuffle\": \"NEVER\", \"training.optimizer.kind\": \"ADAM\"";
        JsonNode whole = trained(optimizer + ", \"training.epochs\": 20");
        JsonNode half = trained(optimizer + ", \"training.epochs\": 10");
        JsonNode last = last(half);

        Answer queued = trainOn(last, "{\"epochs\": 10}");

        assertThat(queued.status()).as(queued.text()).isEqualTo(202);
        JsonNode parent = queued.json().get("parent");
        assertThat(parent.get("runId")).isEqualTo(half.get("id"));
        assertThat(parent.get("checkpointId")).isEqualTo(last.get("id"));
        assertThat(parent.get("epoch").intValue()).isEqualTo(10);
        JsonNode rest = ended(queued.header("Location"));
        assertThat(rest.get("state").stringValue()).isEqualTo("COMPLETED");
        assertThat(rest.get("epoch").intValue()).isEqualTo(10);
        assertThat(rest.get("name")).isEqualTo(half.get("name"));
        assertThat(last(rest).get("parametersSha256"))
                .isEqualTo(last(whole).get("parametersSha256"));
    }

    @Test
    void another_learning_rate_and_another_optimizer_are_taken() {
        JsonNode last = last(trained("\"training.epochs\": 5"));
        Answer queued =
                trainOn(
                        last,
                        """
                        {"epochs": 3, "seed": 9, "name": "Slower", "tags": ["fine"], "overrides":
                         {"training.optimizer.kind": "RMSPROP",
                          "training.optimizer.learningRate": 0.0005}}
                        """);

        JsonNode run = ended(queued.header("Location"));
        assertThat(run.get("state").stringValue()).isEqualTo("COMPLETED");
        assertThat(run.at("/definition/training/optimizer/learningRate").doubleValue())
                .isEqualTo(0.0005);
        assertThat(run.get("seed").intValue()).isEqualTo(9);
        assertThat(run.get("name").stringValue()).isEqualTo("Slower");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {}                                                                 | epochs
                    {"epochs": 0}                                                      | epochs
                    {"epochs": -5}                                                     | epochs
                    {"epochs": 99999999999}                                            | epochs
                    {"epochs": "many"}                                                 | epochs
                    {"epochs": 1, "more": 1}                                           | more
                    {"epochs": 1, "overrides": {"training.optimizer.learningRate": "NaN"}} | training.optimizer.learningRate
                    {"epochs": 1, "overrides": {"training.optimizer.learningRate": -1}} | training.optimizer.learningRate
                    {"epochs": 1, "overrides": {"network.units": [8]}}                 | overrides
                    {"epochs": 1, "overrides": {"sequence.window": 10}}                | overrides
                    """)
    void what_does_not_fit_is_named(String body, String field) {
        Answer refused = trainOn(last(trained("\"training.epochs\": 2")), body);

        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.json().get("errors").findValuesAsString("field")).contains(field);
    }

    @Test
    void another_one_s_checkpoint_is_not_there() {
        JsonNode last = last(trained("\"training.epochs\": 2"));
        String name = ApiClient.uniqueName();
        accounts.create(name, "long enough");
        String path = "/api/v1/checkpoints/" + last.get("id").stringValue() + "/runs";

        assertThat(
                        ApiClient.nobody(port)
                                .as(name, "long enough")
                                .post(path, "{\"epochs\": 1}")
                                .status())
                .isEqualTo(404);
        assertThat(
                        owner.post(
                                        "/api/v1/checkpoints/" + UUID.randomUUID() + "/runs",
                                        "{\"epochs\": 1}")
                                .status())
                .isEqualTo(404);
    }

    @Test
    void damaged_weights_are_refused_in_words() {
        JsonNode last = last(trained("\"training.epochs\": 2"));
        jdbc.sql("update checkpoint_weights set bytes = ? where checkpoint_id = ?")
                .param(new byte[100])
                .param(UUID.fromString(last.get("id").stringValue()))
                .update();

        Answer refused = trainOn(last, "{\"epochs\": 1}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("detail").stringValue()).contains("damaged");
    }

    private Answer trainOn(JsonNode checkpoint, String body) {
        return owner.post(
                "/api/v1/checkpoints/" + checkpoint.get("id").stringValue() + "/runs", body);
    }

    private JsonNode trained(String overrides) {
        String experiment =
                owner.post("/api/v1/experiments", "{\"preset\": \"damped-simple-rnn\"}")
                        .header("Location");
        return ended(
                owner.post(experiment + "/runs", "{\"overrides\": {" + overrides + "}}")
                        .header("Location"));
    }

    private JsonNode last(JsonNode run) {
        for (JsonNode one :
                owner.get("/api/v1/runs/" + run.get("id").stringValue() + "/checkpoints").json()) {
            if (one.get("labels").toString().contains("last")) {
                return one;
            }
        }
        throw new AssertionError("no last weights");
    }

    private JsonNode ended(String at) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> owner.get(at).json(), run -> !run.get("finishedAt").isNull());
    }
}
