package dev.wavetrain.api;

import static dev.wavetrain.api.SignInApiTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.ApiClient;
import dev.wavetrain.ApiClient.Answer;
import dev.wavetrain.IntegrationTest;
import dev.wavetrain.common.Busy;
import dev.wavetrain.sharing.Accounts;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvaluationsApiTest {

    @LocalServerPort int port;
    @Autowired Accounts accounts;
    @Autowired JdbcTemplate jdbc;
    ApiClient owner;
    String nextStep;
    String translate;

    @BeforeAll
    void train() {
        owner = ApiClient.owner(port);
        nextStep = checkpoint("damped-simple-rnn");
        translate = checkpoint("sin-to-cos-simple-rnn");
    }

    @Test
    void a_free_run_predicts_each_sample_after_its_window() {
        Answer answer =
                owner.post(nextStep, "{\"mode\": \"FREE_RUN\", \"start\": 0, \"steps\": 180}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        JsonNode evaluation = answer.json();
        assertThat(evaluation.propertyNames()).contains("id", "segments", "mse", "mae", "rmse");
        JsonNode segment = evaluation.at("/segments/0");
        assertThat(segment.propertyNames()).containsExactlyInAnyOrder("x", "truth", "predicted");
        assertThat(segment.get("predicted").size()).isEqualTo(180);
        assertThat(Math.sqrt(evaluation.get("mse").doubleValue()))
                .isCloseTo(
                        evaluation.get("rmse").doubleValue(),
                        org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void an_evaluation_says_in_what_way_it_is_wrong() {
        JsonNode free =
                owner.post(nextStep, "{\"mode\": \"FREE_RUN\", \"start\": 0, \"steps\": 180}")
                        .json();
        assertThat(free.get("amplitudeRatio").doubleValue()).isPositive();
        assertThat(free.has("phaseLag")).isTrue();
        assertThat(free.at("/errorByHorizon/0/from").intValue()).isEqualTo(1);
        assertThat(free.at("/errorByHorizon/44/to").intValue()).isEqualTo(180);
        JsonNode forced = owner.post(nextStep, "{\"mode\": \"TEACHER_FORCED\"}").json();
        assertThat(forced.at("/phaseLag").propertyNames())
                .containsExactlyInAnyOrder("steps", "x", "correlation");
        assertThat(forced.get("errorByHorizon").isEmpty()).isTrue();
    }

    @Test
    void a_free_run_may_go_on_past_the_end() {
        JsonNode evaluation =
                owner.post(nextStep, "{\"mode\": \"FREE_RUN\", \"start\": \"END\", \"steps\": 9}")
                        .json();
        assertThat(evaluation.at("/segments/0/truth/8").isNumber()).isTrue();
    }

    @Test
    void an_encoder_decoder_is_decoded_from_each_start() {
        JsonNode evaluation =
                owner.post(translate, "{\"mode\": \"DECODE\", \"starts\": [0, 24, 49, 74]}").json();
        assertThat(evaluation.get("segments").size()).isEqualTo(4);
        assertThat(evaluation.at("/segments/3/predicted").size()).isEqualTo(24);
    }

    @Test
    void every_window_is_tried_with_true_inputs() {
        Answer answer = owner.post(nextStep, "{\"mode\": \"TEACHER_FORCED\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    @Test
    void a_model_is_tried_on_other_data() {
        Answer answer =
                owner.post(
                        nextStep,
                        """
                        {"mode": "FREE_RUN", "steps": 10, "sequence": {
                          "task": "NEXT_STEP", "input": {"expression": "sin(x)"}, "window": 20,
                          "domain": {"from": "0", "to": "2*pi", "points": 50, "endpoint": true}}}
                        """);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {}                                                              | mode
                    {"mode": "GUESS"}                                               | mode
                    {"mode": 1}                                                     | mode
                    {"mode": "FREE_RUN"}                                            | steps
                    {"mode": "FREE_RUN", "steps": 0}                                | steps
                    {"mode": "FREE_RUN", "steps": 1e9}                              | steps
                    {"mode": "FREE_RUN", "steps": 1, "start": -1}                   | start
                    {"mode": "FREE_RUN", "steps": 1, "start": 181}                  | start
                    {"mode": "FREE_RUN", "steps": 1, "start": "BEGIN"}              | start
                    {"mode": "FREE_RUN", "steps": 1, "starts": [1]}                 | starts
                    {"mode": "DECODE", "starts": [0]}                               | mode
                    {"mode": "TEACHER_FORCED", "x": 1}                              | x
                    {"mode": "TEACHER_FORCED", "sequence": 1}                       | sequence
                    {"mode": "TEACHER_FORCED", "sequence": {"task": "NEXT_STEP"}}   | sequence.input
                    """)
    void a_wrong_question_names_its_field(String body, String field) {
        Answer answer = owner.post(nextStep, body);
        assertProblem(answer, 400);
        assertThat(answer.json().get("errors").findValuesAsString("field")).contains(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[-1]", "[77]", "[1.5]", "[\"a\"]", "3"})
    void wrong_starts_are_named(String starts) {
        Answer answer = owner.post(translate, "{\"mode\": \"DECODE\", \"starts\": " + starts + "}");
        assertProblem(answer, 400);
        assertThat(answer.json().at("/errors/0/field").stringValue()).startsWith("starts");
    }

    @Test
    void damaged_weights_are_a_409_with_words() {
        String damaged = checkpoint("damped-simple-rnn");
        String id = damaged.split("/")[4];
        jdbc.update(
                "update checkpoint_weights set bytes = substring(bytes from 1 for 900)"
                        + " where checkpoint_id = ?",
                UUID.fromString(id));
        Answer tried = owner.post(damaged, "{\"mode\": \"TEACHER_FORCED\"}");
        assertProblem(tried, 409);
        assertThat(tried.json().get("detail").stringValue())
                .contains("checksum")
                .contains("other checkpoints");
        assertProblem(owner.get(damaged.replace("evaluations", "weights")), 409);
    }

    @Test
    void too_many_at_once_is_a_503_that_says_when_to_come_back() {
        ResponseEntity<Problem> answer =
                new ProblemAdvice().busy(new Busy("Too many.", Duration.ofSeconds(5)));
        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getHeaders().getFirst("Retry-After")).isEqualTo("5");
        assertThat(answer.getBody().detail()).isEqualTo("Too many.");
    }

    @Test
    void a_constant_has_errors_but_neither_phase_nor_amplitude_nor_season() {
        Answer answer =
                owner.post(
                        nextStep,
                        """
                        {"mode": "FREE_RUN", "start": 0, "steps": 10, "sequence": {
                          "task": "NEXT_STEP", "input": {"expression": "2+0*x"}, "window": 20,
                          "domain": {"from": "0", "to": "5", "points": 50, "endpoint": true}}}
                        """);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.text()).doesNotContain("NaN");
        assertThat(answer.json().get("phaseLag").isNull()).isTrue();
        assertThat(answer.json().get("amplitudeRatio").isNull()).isTrue();
        assertThat(answer.json().get("baselines").findValuesAsString("kind"))
                .containsExactlyInAnyOrder("ZERO", "LAST_VALUE");
    }

    @Test
    void what_belongs_to_others_does_not_exist() {
        String name = ApiClient.uniqueName();
        accounts.create(name, "right password");
        ApiClient stranger = ApiClient.nobody(port).as(name, "right password");
        assertProblem(stranger.post(nextStep, "{\"mode\": \"TEACHER_FORCED\"}"), 404);
        assertProblem(stranger.get(nextStep.replace("evaluations", "weights")), 404);
    }

    private String checkpoint(String preset) {
        String experiment =
                owner.post("/api/v1/experiments", "{\"preset\": \"" + preset + "\"}")
                        .header("Location");
        String run =
                owner.post(experiment + "/runs", "{\"overrides\": {\"training.epochs\": 5}}")
                        .header("Location");
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> !owner.get(run).json().get("finishedAt").isNull());
        String id = owner.get(run + "/checkpoints").json().at("/0/id").stringValue();
        return "/api/v1/checkpoints/" + id + "/evaluations";
    }
}
