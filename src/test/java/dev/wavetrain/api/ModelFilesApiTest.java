package dev.wavetrain.api;

import static dev.wavetrain.Multipart.field;
import static dev.wavetrain.Multipart.part;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.ApiClient;
import dev.wavetrain.ApiClient.Answer;
import dev.wavetrain.IntegrationTest;
import dev.wavetrain.Multipart;
import dev.wavetrain.Person;
import dev.wavetrain.exchange.Files;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Models that were trained elsewhere, from the file to the forecast. */
@IntegrationTest
class ModelFilesApiTest {

    static final String API = "/api/v1";
    static final String CHECKPOINTS = API + "/checkpoints";

    @LocalServerPort int port;
    @Autowired ApplicationContext context;
    @Autowired JdbcClient jdbc;

    ApiClient api;

    @BeforeEach
    void somebody() {
        api = Person.make(context, port).client();
    }

    @Test
    void a_model_becomes_a_run_that_is_forecast_trained_on_downloaded_and_carried_along() {
        Answer made = upload(api, "lstm-last.keras", "");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        JsonNode run = made.json();
        String id = run.get("id").stringValue();
        assertThat(made.header("Location")).isEqualTo(API + "/runs/" + id);
        assertThat(run.get("name").stringValue()).isEqualTo("lstm-last");
        assertThat(run.get("state").stringValue()).isEqualTo("COMPLETED");
        assertThat(run.get("epochs").intValue()).isZero();
        assertThat(run.get("metrics").get("val_loss").doubleValue()).isPositive();
        assertThat(run.get("definition").get("training").get("loss").stringValue())
                .isEqualTo("MAE");
        assertThat(run.get("provenance").get("source").get("file").stringValue())
                .isEqualTo("lstm-last.keras");
        assertThat(run.get("provenance").get("source").get("format").stringValue())
                .isEqualTo("KERAS");

        JsonNode checkpoints = api.get(API + "/runs/" + id + "/checkpoints").json();
        assertThat(checkpoints).hasSize(1);
        assertThat(checkpoints.get(0).get("epoch").intValue()).isZero();
        String checkpoint = checkpoints.get(0).get("id").stringValue();
        JsonNode forced =
                api.post(
                                CHECKPOINTS + "/" + checkpoint + "/evaluations",
                                "{\"mode\": \"TEACHER_FORCED\"}")
                        .json();
        // The loss of the run is the mean absolute error of the very same net.
        assertThat(forced.get("mae").doubleValue())
                .isBetween(
                        0.9 * run.get("metrics").get("loss").doubleValue(),
                        1.1 * run.get("metrics").get("loss").doubleValue());

        Answer on = api.post(CHECKPOINTS + "/" + checkpoint + "/runs", "{\"epochs\": 2}");
        assertThat(on.status()).as(on.text()).isEqualTo(202);
        String child = on.json().get("id").stringValue();
        Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(60))
                .until(() ->
                        api.get(API + "/runs/" + child)
                                .json()
                                .get("state")
                                .stringValue()
                                .equals("COMPLETED"));

        byte[] zip = api.get(CHECKPOINTS + "/" + checkpoint + "/weights").raw().body();
        JsonNode again = send(api, "again.zip", zip, "").json();
        assertThat(again.get("metrics")).isEqualTo(run.get("metrics"));
        Answer onnx = api.get(CHECKPOINTS + "/" + checkpoint + "/onnx");
        assertThat(onnx.status()).isEqualTo(200);
        assertThat(onnx.header("Content-Disposition")).contains("-epoch-0.onnx");
        String project = run.get("project").stringValue();
        byte[] archive = api.get(API + "/projects/" + project + "/archive").raw().body();
        Answer carried =
                api.send(
                        api.request(API + "/projects/import")
                                .header("Content-Type", "application/zip")
                                .POST(BodyPublishers.ofByteArray(archive)));
        assertThat(carried.status()).as(carried.text()).isEqualTo(201);
    }

    @Test
    void a_chosen_experiment_or_wave_says_what_it_is_measured_on() {
        String sequence =
                "{\"task\": \"NEXT_STEP\", \"input\": {\"expression\": \"cos(x)\"}, \"domain\":"
                        + " {\"from\": \"0\", \"to\": \"10\", \"points\": 60, \"endpoint\": true},"
                        + " \"window\": 12}";
        Answer first =
                upload(
                        api,
                        "simple-rnn-sequence.h5",
                        field("sequence", sequence) + field("name", "Mine"));
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        assertThat(first.json().get("definition").get("sequence").get("window").intValue())
                .isEqualTo(12);
        String experiment = first.json().get("experimentId").stringValue();
        JsonNode second =
                upload(api, "simple-rnn-sequence.keras", field("experiment", experiment)).json();
        assertThat(second.get("experimentId").stringValue()).isEqualTo(experiment);
        assertThat(second.get("name").stringValue()).isEqualTo("Mine");

        wrong(upload(api, "lstm-last.keras", field("experiment", experiment)), "experiment");
        wrong(upload(api, "lstm-last.keras", field("sequence", sequence)), "sequence.task");
        wrong(
                upload(
                        api,
                        "simple-rnn-sequence.h5",
                        field("sequence", sequence.replace("cos(x)", "cos(x"))),
                "sequence.input.expression");
        wrong(upload(api, "simple-rnn-sequence.h5", field("sequence", "{")), "sequence");
        assertThat(
                        upload(
                                        Person.make(context, port).client(),
                                        "simple-rnn-sequence.h5",
                                        field("experiment", experiment))
                                .status())
                .isEqualTo(404);
    }

    @Test
    void what_is_refused_leaves_nothing_behind() {
        List<Long> before = rows();
        for (String name :
                List.of("refused-lambda.keras", "refused-nan.keras", "hostile-external.h5")) {
            Answer refused = upload(api, name, "");
            wrong(refused, "file");
        }
        assertThat(upload(api, "refused-lambda.keras", "").text()).contains("Lambda");
        wrong(send(api, "x.zip", "no model".getBytes(StandardCharsets.UTF_8), ""), "file");
        wrong(
                api.send(
                        api.request(CHECKPOINTS)
                                .header("Content-Type", "multipart/form-data; boundary=x")
                                .POST(BodyPublishers.ofString("nothing"))),
                "file");
        assertThat(api.post(CHECKPOINTS, "{}").status()).isEqualTo(415);
        assertThat(rows()).isEqualTo(before);
    }

    private List<Long> rows() {
        return List.of("run", "experiment", "checkpoint", "checkpoint_weights").stream()
                .map(table -> jdbc.sql("select count(*) from " + table).query(Long.class).single())
                .toList();
    }

    private static void wrong(Answer answer, String field) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().get("errors").get(0).get("field").stringValue()).isEqualTo(field);
    }

    static Answer upload(ApiClient api, String name, String fields) {
        return send(api, name, Files.bytes(name), fields);
    }

    private static Answer send(ApiClient api, String name, byte[] file, String fields) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes((fields + part("file", name)).getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(Multipart.END.getBytes(StandardCharsets.UTF_8));
        return Multipart.send(api, CHECKPOINTS, BodyPublishers.ofByteArray(body.toByteArray()));
    }
}
