package dev.wavetrain.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.ApiClient;
import dev.wavetrain.ApiClient.Answer;
import dev.wavetrain.Application;
import dev.wavetrain.DatabaseTest;
import dev.wavetrain.IntegrationTest;
import dev.wavetrain.TestDatabase;
import dev.wavetrain.TestProcesses;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** What leaves one server comes to another as it was, to the last bit. */
@DatabaseTest
class ArchiveRoundTripTest {

    static final String API = "/api/v1";
    static final String FORECAST = "{\"mode\": \"FREE_RUN\", \"start\": 0, \"steps\": 30}";

    @TempDir Path folder;

    @Test
    void a_project_goes_to_an_empty_server_with_every_loss_and_every_weight() {
        List<String> left;
        byte[] archive;
        try (ConfigurableApplicationContext first = server("first")) {
            ApiClient owner = owner(first);
            String project = id(owner.post(API + "/projects", "{\"name\": \"Waves\"}"));
            String experiment = experiment(owner, project);
            String run = queued(owner, experiment, "{\"overrides\": {\"training.epochs\": 20}}");
            String diverged =
                    queued(
                            owner,
                            experiment,
                            "{\"overrides\": {\"training.epochs\": 20,"
                                    + " \"training.optimizer.learningRate\": 1e30}}");
            done(owner.post(API + "/experiments/" + experiment + "/runs", SEEDS));
            done(
                    owner.patch(
                            API + "/runs/" + run,
                            "{\"notes\": \"Ünïcode *notes* 波\", \"tags\": [\"a\", \"b c\"]}"));
            done(owner.post(API + "/runs/" + run + "/comments", "{\"text\": \"Look at this\"}"));
            awaitEnds(owner, project);
            String checkpoint = checkpoints(owner, run).getLast().get("id").stringValue();
            String child = queued2(owner, checkpoint);
            awaitEnds(owner, project);
            String running =
                    queued(
                            owner,
                            experiment,
                            "{\"name\": \"running\", \"overrides\": {\"training.epochs\": 1000000}}");
            left = whole(owner, project);
            assertThat(diverged).isNotEmpty();
            assertThat(child).isNotEmpty();
            archive = owner.get(API + "/projects/" + project + "/archive").raw().body();
            done(owner.post(API + "/runs/" + running + "/cancel", ""));
        }
        try (ConfigurableApplicationContext second = server("second")) {
            ApiClient owner = owner(second);
            Answer made =
                    owner.send(
                            owner.request(API + "/projects/import")
                                    .header("Content-Type", "application/zip")
                                    .POST(BodyPublishers.ofByteArray(archive)));
            assertThat(made.status()).as(made.text()).isEqualTo(201);
            String project = id(made);
            assertThat(made.json().get("role").stringValue()).isEqualTo("ADMIN");
            assertThat(whole(owner, project)).isEqualTo(left);
            Answer state = owner.get(API + "/runs?project=" + project + "&query=running");
            assertThat(state.json().at("/items/0/state").stringValue()).isEqualTo("CANCELLED");
            Answer told = owner.get(API + "/audit?action=PROJECT_IMPORTED&project=" + project);
            assertThat(told.json().get("total").intValue()).isOne();
            for (JsonNode run : owner.get(API + "/runs?project=" + project).json().get("items")) {
                assertThat(run.get("owner").toString()).contains(IntegrationTest.OWNER);
            }
        }
    }

    static final String SEEDS = "{\"seeds\": [1, 2], \"overrides\": {\"training.epochs\": 3}}";

    /** All that has to be the same, of runs that have ended, without ids and times. */
    private static List<String> whole(ApiClient owner, String project) {
        List<String> all = new ArrayList<>();
        for (JsonNode run :
                owner.get(API + "/runs?size=100&project=" + project).json().get("items")) {
            if (run.get("name").stringValue().equals("running")) {
                continue;
            }
            String id = run.get("id").stringValue();
            StringBuilder one = new StringBuilder();
            for (String field :
                    List.of(
                            "name",
                            "definition",
                            "seed",
                            "state",
                            "epoch",
                            "metrics",
                            "tags",
                            "notes",
                            "provenance",
                            "failure",
                            "startedAt")) {
                one.append(field).append(run.get(field)).append('\n');
            }
            one.append(run.get("parent").isNull() ? "" : "child of " + run.at("/parent/epoch"));
            one.append(run.get("group").isNull() ? "" : "of a group");
            one.append(owner.get(API + "/runs/" + id + "/metrics.csv").text());
            for (JsonNode checkpoint : checkpoints(owner, id)) {
                one.append(checkpoint.get("epoch"))
                        .append(checkpoint.get("labels"))
                        .append(checkpoint.get("loss"))
                        .append(checkpoint.get("sha256"))
                        .append(checkpoint.get("parametersSha256"));
                Answer forecast =
                        owner.post(
                                API
                                        + "/checkpoints/"
                                        + checkpoint.get("id").stringValue()
                                        + "/evaluations",
                                FORECAST);
                one.append(forecast.json().get("segments")).append(forecast.json().get("mse"));
            }
            one.append(
                    owner.get(API + "/runs/" + id + "/comments").json().findValuesAsString("text"));
            all.add(one.toString());
        }
        for (JsonNode experiment :
                owner.get(API + "/experiments?project=" + project).json().get("items")) {
            all.add(
                    experiment.get("name")
                            + ""
                            + experiment.get("version")
                            + experiment.get("definition"));
        }
        assertThat(all).hasSizeGreaterThan(4);
        return all.stream().sorted().toList();
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return java.util.stream.StreamSupport.stream(list.spliterator(), false);
    }

    private static List<JsonNode> checkpoints(ApiClient owner, String run) {
        return stream(owner.get(API + "/runs/" + run + "/checkpoints").json()).toList();
    }

    private static String experiment(ApiClient owner, String project) {
        Answer made =
                owner.post(
                        API + "/experiments",
                        "{\"preset\": \"damped-simple-rnn\", \"project\": \"%s\"}"
                                .formatted(project));
        String id = id(made);
        String definition =
                made.json()
                        .get("definition")
                        .toString()
                        .replace("\"batchSize\":10", "\"batchSize\":12");
        done(
                owner.put(
                        API + "/experiments/" + id,
                        "{\"name\": \"Two versions\", \"definition\": " + definition + "}"));
        return id;
    }

    private static String queued(ApiClient owner, String experiment, String body) {
        return id(owner.post(API + "/experiments/" + experiment + "/runs", body));
    }

    private static String queued2(ApiClient owner, String checkpoint) {
        return id(owner.post(API + "/checkpoints/" + checkpoint + "/runs", "{\"epochs\": 5}"));
    }

    private static void awaitEnds(ApiClient owner, String project) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() ->
                        stream(
                                        owner.get(API + "/runs?size=100&project=" + project)
                                                .json()
                                                .get("items"))
                                .map(run -> run.get("state").stringValue())
                                .noneMatch(List.of("QUEUED", "RUNNING")::contains));
    }

    private ConfigurableApplicationContext server(String name) {
        String[] options =
                Stream.concat(
                                Arrays.stream(TestDatabase.kept(folder.resolve(name))),
                                Stream.of(
                                        "--server.port=0",
                                        "--wavetrain.owner.name=" + IntegrationTest.OWNER,
                                        "--wavetrain.owner.password=" + IntegrationTest.PASSWORD))
                        .toArray(String[]::new);
        return new SpringApplicationBuilder(Application.class).run(options);
    }

    private static ApiClient owner(ConfigurableApplicationContext server) {
        return ApiClient.owner(TestProcesses.port(server));
    }

    private static String id(Answer answer) {
        done(answer);
        return answer.json().get("id").stringValue();
    }

    private static void done(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
    }
}
