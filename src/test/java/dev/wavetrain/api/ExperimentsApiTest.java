package dev.wavetrain.api;

import static dev.wavetrain.api.SignInApiTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.ApiClient;
import dev.wavetrain.ApiClient.Answer;
import dev.wavetrain.IntegrationTest;
import dev.wavetrain.sharing.Accounts;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@IntegrationTest
class ExperimentsApiTest {

    static final String EXPERIMENTS = "/api/v1/experiments";

    @LocalServerPort int port;
    @Autowired Accounts accounts;
    ApiClient owner;

    @BeforeEach
    void client() {
        owner = ApiClient.owner(port);
    }

    @Test
    void the_presets_are_listed_in_order_with_their_definitions() {
        JsonNode presets = owner.get("/api/v1/presets").json();
        assertThat(presets.findValuesAsString("key"))
                .containsExactly(
                        "damped-simple-rnn",
                        "sin-to-cos-simple-rnn",
                        "sin-to-cos-lstm",
                        "damped-cos-to-sin-lstm",
                        "square-to-root-lstm",
                        "damped-gru",
                        "damped-lstm",
                        "sine-lstm-300",
                        "two-tone-lstm-300");
        assertThat(presets.get(0).get("definition").propertyNames())
                .containsExactly("sequence", "network", "training");
    }

    @Test
    void an_experiment_is_made_read_changed_listed_and_archived() {
        ObjectNode body = ApiClient.JSON.createObjectNode();
        body.put("name", "First").put("description", "What it shows");
        body.set("definition", definition());
        Answer made = owner.post(EXPERIMENTS, body.toString());
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(made.json().at("/modelSummary/parameters").longValue()).isEqualTo(1721);
        assertThat(made.json().at("/modelSummary/layers/0/outputShape").toString())
                .isEqualTo("[null,20,40]");
        String at = made.header("Location");
        assertThat(at).isEqualTo(EXPERIMENTS + "/" + made.json().get("id").stringValue());
        assertThat(owner.get(at).json()).isEqualTo(made.json());

        ((ObjectNode) body.at("/definition/training")).put("epochs", 7);
        Answer changed = owner.put(at, body.toString());
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().get("version").intValue()).isEqualTo(2);
        assertThat(owner.put(at, body.toString()).json().get("version").intValue()).isEqualTo(2);

        assertThat(owner.get(EXPERIMENTS + "?size=200").text()).contains(at.substring(20));
        assertThat(owner.delete(at).status()).isEqualTo(204);
        assertThat(owner.delete(at).status()).isEqualTo(204);
        assertThat(owner.get(EXPERIMENTS + "?size=200").text()).doesNotContain(at.substring(20));
        assertThat(owner.get(at).json().get("archived").booleanValue()).isTrue();
        assertProblem(owner.put(at, body.toString()), 409);
    }

    @Test
    void a_preset_is_made_by_its_key() {
        JsonNode made =
                owner.post(EXPERIMENTS, "{\"preset\": \"damped-gru\", \"name\": \"Mine\"}").json();
        assertThat(made.get("name").stringValue()).isEqualTo("Mine");
        assertThat(made.at("/modelSummary/parameters").longValue()).isEqualTo(5201);
        Answer unnamed = owner.post(EXPERIMENTS, "{\"preset\": \"damped-gru\"}");
        assertThat(unnamed.json().get("name").stringValue()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"preset": "nothing"}                                | preset
                    {"preset": 3}                                        | preset
                    {"preset": "damped-gru", "definition": {}}           | definition
                    {"preset": "damped-gru", "name": ""}                 | name
                    {"preset": "damped-gru", "nmae": "a"}                | nmae
                    {}                                                   | name,definition
                    {"name": 1, "description": [], "definition": "text"} | name,description,*
                    """)
    void every_wrong_field_of_an_experiment_is_named(String body, String fields) {
        Answer answer = owner.post(EXPERIMENTS, body);
        assertProblem(answer, 400);
        List<String> named = answer.json().get("errors").findValuesAsString("field");
        for (String field : fields.split(",")) {
            if (!field.equals("*")) {
                assertThat(named).contains(field);
            }
        }
    }

    @Test
    void every_wrong_field_of_a_definition_is_named_by_its_path() {
        ObjectNode definition = definition();
        ((ObjectNode) definition.get("training")).put("batchSize", 0).put("epochs", "many");
        ((ObjectNode) definition.get("network")).put("cell", "RNN").put("depth", 3);
        ((ObjectNode) definition.at("/sequence/input")).put("expression", "sin(");
        Answer answer = owner.post("/api/v1/definitions/check", definition.toString());
        assertProblem(answer, 400);
        assertThat(answer.json().get("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder(
                        "training.batchSize",
                        "training.epochs",
                        "network.cell",
                        "network.depth",
                        "sequence.input.expression");
        ObjectNode body = ApiClient.JSON.createObjectNode().put("name", "Wrong");
        body.set("definition", definition);
        assertThat(owner.post(EXPERIMENTS, body.toString()).json().get("errors"))
                .isEqualTo(answer.json().get("errors"));
    }

    @Test
    void a_definition_is_checked_without_being_saved() {
        long before = owner.get(EXPERIMENTS).json().get("total").longValue();
        JsonNode checked = owner.post("/api/v1/definitions/check", definition().toString()).json();
        assertThat(checked.at("/modelSummary/parameters").longValue()).isEqualTo(1721);
        assertThat(checked.at("/samples/train").intValue()).isEqualTo(162);
        assertThat(checked.at("/samples/validation").intValue()).isEqualTo(18);
        assertThat(checked.at("/preview/input/values").size()).isEqualTo(200);
        assertThat(owner.get(EXPERIMENTS).json().get("total").longValue()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"page=-1", "page=x", "size=0", "size=201", "size=1e3", "page=1.5"})
    void wrong_pages_are_400(String query) {
        Answer answer = owner.get(EXPERIMENTS + "?" + query);
        assertProblem(answer, 400);
        assertThat(answer.json().at("/errors/0/field").stringValue())
                .isEqualTo(query.substring(0, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1-1-1-1-1", "00000000-0000-0000-0000-000000000000", "%20"})
    void unknown_and_malformed_ids_are_404(String id) {
        assertProblem(owner.get(EXPERIMENTS + "/" + id), 404);
        assertProblem(owner.delete(EXPERIMENTS + "/" + id), 404);
    }

    @Test
    void what_belongs_to_others_does_not_exist() {
        String at = owner.post(EXPERIMENTS, "{\"preset\": \"damped-gru\"}").header("Location");
        String name = ApiClient.uniqueName();
        accounts.create(name, "right password");
        ApiClient stranger = ApiClient.nobody(port).as(name, "right password");
        JsonNode theirs = owner.get(at).json();
        ObjectNode change = ApiClient.JSON.createObjectNode().put("name", "Taken over");
        change.set("definition", theirs.get("definition"));
        assertProblem(stranger.get(at), 404);
        assertProblem(stranger.put(at, change.toString()), 404);
        assertProblem(stranger.delete(at), 404);
        assertThat(stranger.get(EXPERIMENTS).json().get("total").longValue()).isZero();
        assertThat(stranger.get(at).text().replaceAll("[0-9a-f-]{36}", ""))
                .isEqualTo(
                        stranger.get(EXPERIMENTS + "/" + UUID.randomUUID())
                                .text()
                                .replaceAll("[0-9a-f-]{36}", ""));
        assertThat(owner.get(at).json()).isEqualTo(theirs);
    }

    /** The first preset's definition. */
    private ObjectNode definition() {
        return (ObjectNode) owner.get("/api/v1/presets").json().get(0).get("definition");
    }
}
