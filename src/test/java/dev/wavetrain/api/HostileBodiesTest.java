package dev.wavetrain.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.ApiClient;
import dev.wavetrain.ApiClient.Answer;
import dev.wavetrain.IntegrationTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Valid bodies changed at random, by fixed seeds: whatever comes, it is taken or refused in words,
 * soon, and never half done. {@code -Dwavetrain.fuzz=N} tries N of each.
 */
@IntegrationTest
class HostileBodiesTest {

    static final int TRIES = Integer.getInteger("wavetrain.fuzz", 2_000);
    static final Duration SLOW = Duration.ofSeconds(5);

    /** What fields are replaced by, as JSON. */
    static final String[] VALUES = {
        "null",
        "true",
        "\"\"",
        "\"x\"",
        "0",
        "-1",
        "1",
        "2",
        "1e-9",
        "1e308",
        "-0.0",
        "0.5",
        "1e400",
        "2147483648",
        "9223372036854775807",
        "9223372036854775808",
        "1e1000000",
        "[]",
        "{}",
        "[1]",
        "[null]",
        "[[[]]]",
        "{\"a\": 1}",
        "\"NaN\"",
        "\"Infinity\"",
        "\"sin(\"",
        "\"1/0\"",
        "\"1/x\"",
        "\"x^x^x^x\"",
        "\"99^99^99\"",
        "\"exp(exp(exp(x)))\"",
        "\"-(-(-(-(x))))\"",
        "\"\\u0000\"",
        "\"\\ud83d\\ude00\"",
        "\"\\u202e\"",
        "\"log(-1)\"",
        "\"pi pi\"",
        "\"x\\n+1\"",
        "\"SGD\"",
        "\"GRU\"",
        "\"TRANSLATE\"",
        "\"NEXT_VALUE\"",
        "\"ONCE_BEFORE_SPLIT\"",
        "[100000]",
        "[1,2,3,4,5,6,7,8,9]",
        "[4096,4096]",
        "[2147483648]",
        "199999",
        "200001",
        "1e5"
    };

    @LocalServerPort int port;
    ApiClient owner;
    List<JsonNode> definitions;

    @BeforeEach
    void client() {
        owner = ApiClient.owner(port);
        definitions = new ArrayList<>();
        owner.get("/api/v1/presets")
                .json()
                .forEach(preset -> definitions.add(preset.get("definition")));
    }

    @Test
    void changed_definitions_are_checked_or_refused() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < TRIES; i++) {
            JsonNode definition = definitions.get(random.nextInt(definitions.size())).deepCopy();
            mutate(definition, random);
            expect(owner, "/api/v1/definitions/check", text(definition, random), 200);
        }
    }

    @Test
    void changed_experiments_are_saved_whole_or_not_at_all() {
        SplittableRandom random = new SplittableRandom(2);
        long before = total();
        long made = 0;
        for (int i = 0; i < TRIES / 4; i++) {
            ObjectNode body = ApiClient.JSON.createObjectNode().put("name", "Changed");
            body.put("description", "");
            body.set("definition", definitions.get(0).deepCopy());
            mutate(body, random);
            made += expect(owner, "/api/v1/experiments", text(body, random), 201) ? 1 : 0;
        }
        assertThat(total()).isEqualTo(before + made);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"seed\": 1, \"name\": \"a\", \"tags\": [\"a\"], \"priority\": 0, \"overrides\":"
                        + " {\"training.epochs\": 1, \"network.units\": [2]}}",
                "{\"overrides\": {\"training.optimizer\": {\"kind\": \"ADAM\"},"
                        + " \"training.checkpoints.every\": 0, \"training.epochs\": 1}}"
            })
    void changed_runs_are_queued_or_refused(String valid) {
        SplittableRandom random = new SplittableRandom(3);
        String experiment =
                owner.post("/api/v1/experiments", "{\"preset\": \"damped-simple-rnn\"}")
                        .header("Location");
        for (int i = 0; i < TRIES / 20; i++) {
            JsonNode body = ApiClient.JSON.readTree(valid);
            mutate(body, random);
            Answer answer = owner.post(experiment + "/runs", text(body, random));
            assertRefusedOr(answer, 202, body.toString());
            if (answer.status() == 202) {
                owner.delete(answer.header("Location"));
            }
        }
    }

    @Test
    void changed_small_bodies_are_taken_or_refused() {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < TRIES / 4; i++) {
            JsonNode token =
                    ApiClient.JSON.readTree(
                            "{\"name\": \"a\", \"expiresAt\": \"2000-01-01T00:00:00Z\"}");
            mutate(token, random);
            Answer answer = owner.post("/api/v1/tokens", text(token, random));
            assertRefusedOr(answer, 201, token.toString());
            if (answer.status() == 201) {
                owner.delete(answer.header("Location"));
            }
        }
    }

    @Test
    void long_expressions_are_refused_soon() {
        ObjectNode definition = (ObjectNode) definitions.get(0).deepCopy();
        for (String text :
                List.of(
                        "x+".repeat(5_000) + "x",
                        "(".repeat(10_000),
                        "(".repeat(499) + "x" + ")".repeat(499),
                        "-".repeat(999) + "x",
                        "x^".repeat(499) + "x",
                        "sin(".repeat(200) + "x" + ")".repeat(200),
                        "あ".repeat(10_000))) {
            ((ObjectNode) definition.at("/sequence/input")).put("expression", text);
            expect(owner, "/api/v1/definitions/check", definition.toString(), 200);
        }
    }

    private static boolean expect(ApiClient client, String path, String body, int success) {
        long start = System.nanoTime();
        Answer answer = client.post(path, body);
        assertRefusedOr(answer, success, body);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).as(body).isLessThan(SLOW);
        return answer.status() == success;
    }

    private static void assertRefusedOr(Answer answer, int success, String body) {
        if (answer.status() == success) {
            return;
        }
        assertThat(answer.status()).as("%s -> %s", body, answer.text()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("detail").stringValue()).isNotBlank();
    }

    private long total() {
        return owner.get("/api/v1/experiments").json().get("total").longValue();
    }

    /** Changes one to three places. */
    private static void mutate(JsonNode root, SplittableRandom random) {
        for (int change = random.nextInt(1, 4); change > 0; change--) {
            List<JsonNode> containers = new ArrayList<>();
            collect(root, containers);
            JsonNode container = containers.get(random.nextInt(containers.size()));
            JsonNode value = value(random);
            if (container instanceof ObjectNode object) {
                change(object, value, random);
            } else if (container instanceof ArrayNode array) {
                array.insert(random.nextInt(array.size() + 1), value);
            }
        }
    }

    private static void change(ObjectNode object, JsonNode value, SplittableRandom random) {
        List<String> names = new ArrayList<>(object.propertyNames());
        String name = names.isEmpty() ? "new" : names.get(random.nextInt(names.size()));
        switch (random.nextInt(6)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(name + "X", value);
            default -> object.set(name, value);
        }
    }

    private static JsonNode value(SplittableRandom random) {
        String json = VALUES[random.nextInt(VALUES.length)];
        // A number no double can hold is written into the text, see below.
        return json.equals("1e1000000") || json.equals("1e400")
                ? ApiClient.JSON.valueToTree("@" + json + "@")
                : ApiClient.JSON.readTree(json);
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainer()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    /** The body's text, now and then broken. */
    private static String text(JsonNode body, SplittableRandom random) {
        String text = body.toString().replaceAll("\"@([^@]*)@\"", "$1");
        return switch (random.nextInt(20)) {
            case 0 -> text.substring(0, random.nextInt(text.length()));
            case 1 -> {
                int at = random.nextInt(text.length());
                yield text.substring(0, at) + (char) random.nextInt(128) + text.substring(at + 1);
            }
            default -> text;
        };
    }
}
