package dev.wavetrain.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wavetrain.ApiClient;
import dev.wavetrain.ApiClient.Answer;
import dev.wavetrain.IntegrationTest;
import dev.wavetrain.Multipart;
import dev.wavetrain.sharing.BadArchives;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/**
 * Whatever is sent is answered: never by a fault of ours, and never late. The short form always
 * sends the same; {@code -Dfuzz.inputs=100000} sends more, {@code -Dfuzz.seed} others. Both print
 * how long the slowest took and what memory is left in use.
 */
@IntegrationTest
class FuzzTest {

    private static final int INPUTS = Integer.getInteger("fuzz.inputs", 1_500);
    private static final long SEED = Long.getLong("fuzz.seed", 20_261_121L);

    /** Beyond this it hangs; a busy machine is given time, an endless loop is not. */
    private static final Duration HANGS = Duration.ofSeconds(30);

    private static final String API = "/api/v1";
    private static final List<String> FILTERS =
            List.of(
                    "state",
                    "tag",
                    "query",
                    "page",
                    "size",
                    "sort",
                    "project",
                    "experiment",
                    "binned",
                    "favourite",
                    "from",
                    "to",
                    "actor",
                    "action",
                    "metrics",
                    "points",
                    "after",
                    "other",
                    "baselines");
    private static final List<String> HEADERS =
            List.of(
                    "Accept",
                    "Accept-Language",
                    "Authorization",
                    "Content-Encoding",
                    "Cookie",
                    "Idempotency-Key",
                    "If-Match",
                    "Last-Event-ID",
                    "Origin",
                    "Range",
                    "X-Forwarded-For",
                    "X-HTTP-Method-Override");

    @LocalServerPort int port;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Oddities odd = new Oddities(random);
    private ApiClient owner;
    private JsonNode definition;
    private String experiment;
    private String run;
    private String checkpoint;
    private byte[] archive;
    private BadArchives archives;

    @BeforeEach
    void something_to_ask_about() throws IOException {
        owner = ApiClient.owner(port);
        String project =
                owner.post(API + "/projects", "{\"name\":\"odd\"}").json().get("id").stringValue();
        JsonNode made =
                owner.post(
                                API + "/experiments",
                                "{\"preset\":\"sin-to-cos-simple-rnn\",\"project\":\""
                                        + project
                                        + "\"}")
                        .json();
        definition = made.get("definition");
        experiment = made.get("id").stringValue();
        JsonNode queued =
                owner.post(
                                API + "/experiments/" + experiment + "/runs",
                                "{\"overrides\":{\"training.epochs\":1}}")
                        .json();
        run = queued.get("id").stringValue();
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> owner.get(API + "/runs/" + run).json().get("state").stringValue(),
                        "COMPLETED"::equals);
        checkpoint =
                owner.get(API + "/runs/" + run + "/checkpoints")
                        .json()
                        .get(0)
                        .get("id")
                        .stringValue();
        owner.post(
                API + "/models",
                "{\"name\":\"odd\",\"checkpoint\":\""
                        + checkpoint
                        + "\",\"aliases\":[\"champion\"]}");
        archive = owner.get(API + "/projects/" + project + "/archive").raw().body();
        archives = new BadArchives(archive);
    }

    @Test
    void nothing_that_is_sent_meets_a_fault_or_is_kept_waiting() {
        Map<Integer, Integer> answers = new TreeMap<>();
        long slowest = 0;
        long before = memory();
        for (int i = 0; i < INPUTS; i++) {
            HttpRequest.Builder request = next().timeout(HANGS);
            long begun = System.nanoTime();
            Answer answer = owner.send(request);
            slowest = Math.max(slowest, System.nanoTime() - begun);
            answers.merge(answer.status(), 1, Integer::sum);
            forget(answer);
            assertThat(answer.status())
                    .as("input %d of seed %d: %s", i, SEED, answer.text())
                    .isNotEqualTo(500);
        }
        System.out.printf(
                "%,d inputs, answered by %s; the slowest took %,d ms; memory in use before %,d MB,"
                        + " after %,d MB%n",
                INPUTS, answers, TimeUnit.NANOSECONDS.toMillis(slowest), before, memory());
        assertThat(answers).as("good ones among the bad").containsKeys(200, 400, 404);
    }

    /** What was made after all is not to fill the memory. */
    private void forget(Answer answer) {
        String made = answer.status() == 201 ? answer.header("Location") : "";
        if (made.contains("/datasets/") || made.contains("/projects/")) {
            String path = made.substring(made.indexOf(API));
            assertThat(owner.delete(path).status()).isEqualTo(204);
            assertThat(owner.post(path + "/purge", "").status()).isEqualTo(204);
        }
    }

    private HttpRequest.Builder next() {
        return switch (random.nextInt(12)) {
            case 0 -> body("POST", "/definitions/check", odd.changed(definition));
            case 1 -> body("POST", "/definitions/check", formula());
            case 2 -> body("PUT", "/experiments/" + experiment, odd.changed(wrapped()));
            case 3 -> owner.request(API + odd.one(lists()) + "?" + odd.query(FILTERS)).GET();
            case 4 -> body("PATCH", "/runs/" + run, odd.changed(NAMES));
            case 5 -> body("POST", "/checkpoints/" + checkpoint + "/evaluations", evaluation());
            case 6 -> anywhere();
            case 7 -> owner.request(API + "/runs?query=" + Oddities.encoded(odd.filter())).GET();
            case 8 -> table();
            case 9 -> archive();
            case 10 -> body("POST", "/models/odd@" + odd.one(REFERENCES) + "/predict", question());
            default -> headed();
        };
    }

    private HttpRequest.Builder table() {
        String file = Multipart.part("file", odd.letters() + ".csv") + odd.table();
        return owner.request(API + "/datasets")
                .header("Content-Type", "multipart/form-data; boundary=" + Multipart.BOUNDARY)
                .POST(BodyPublishers.ofString(file + "\r\n--" + Multipart.BOUNDARY + "--"));
    }

    /** Damaged from outside, or with something else inside and a manifest that fits. */
    private HttpRequest.Builder archive() {
        byte[] sent = random.nextInt(3) == 0 ? odd.torn(archive) : changedInside();
        return owner.request(API + "/projects/import")
                .header("Content-Type", "application/zip")
                .POST(BodyPublishers.ofByteArray(sent));
    }

    private byte[] changedInside() {
        try {
            return archives.with(entries -> {
                String entry = odd.one(List.copyOf(entries.keySet()));
                byte[] before = entries.get(entry);
                boolean text = entry.endsWith(".json") || entry.endsWith(".jsonl");
                entries.put(entry, text ? odd.lines(before) : odd.torn(before));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final JsonNode NAMES =
            ApiClient.JSON.readTree("{\"name\":\"n\",\"notes\":\"m\",\"tags\":[\"t\"]}");
    private static final JsonNode EVALUATION =
            ApiClient.JSON.readTree("{\"mode\":\"DECODE\",\"starts\":[0,24]}");

    private static final JsonNode QUESTION =
            ApiClient.JSON.readTree(
                    "{\"window\":" + java.util.Collections.nCopies(24, 0.5) + ",\"steps\":3}");
    private static final List<String> REFERENCES = List.of("champion", "1", "0", "none");

    private String question() {
        return odd.changed(QUESTION);
    }

    private String evaluation() {
        return odd.changed(EVALUATION);
    }

    private JsonNode wrapped() {
        return ApiClient.JSON
                .createObjectNode()
                .put("name", "n")
                .put("version", 1)
                .set("definition", definition);
    }

    private String formula() {
        JsonNode changed = definition.deepCopy();
        ((tools.jackson.databind.node.ObjectNode) changed.path("sequence").path("input"))
                .put("expression", odd.formula());
        return changed.toString();
    }

    private List<String> lists() {
        return List.of(
                "/runs",
                "/experiments",
                "/projects",
                "/audit",
                "/runs/" + run + "/metrics",
                "/runs/" + run + "/metrics.csv",
                "/runs/" + run + "/comments",
                "/queue",
                "/workers",
                "/models");
    }

    private HttpRequest.Builder anywhere() {
        String path =
                API + odd.one(List.of("/runs/", "/experiments/", "/groups/", "/", "/checkpoints/"));
        String method =
                odd.one(List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND"));
        return body(method, null, odd.word()).uri(at(path + Oddities.encoded(odd.word())));
    }

    private HttpRequest.Builder headed() {
        HttpRequest.Builder request = owner.request(API + odd.one(lists()));
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            String value = odd.word().replaceAll("[^\\x20-\\x7E]", "?");
            request.setHeader(odd.one(HEADERS), value);
        }
        return request.GET();
    }

    private HttpRequest.Builder body(String method, String path, String body) {
        return owner.request(API + (path == null ? "" : path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body));
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /** In use after a collection, in MB. */
    private static long memory() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }
}
