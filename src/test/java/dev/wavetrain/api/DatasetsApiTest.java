package dev.wavetrain.api;

import static dev.wavetrain.Multipart.BOUNDARY;
import static dev.wavetrain.Multipart.END;
import static dev.wavetrain.Multipart.field;
import static dev.wavetrain.Multipart.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.wavetrain.ApiClient;
import dev.wavetrain.ApiClient.Answer;
import dev.wavetrain.IntegrationTest;
import dev.wavetrain.Multipart;
import dev.wavetrain.Person;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Data sets from the file to the forecast, as scripts see them. */
@IntegrationTest
class DatasetsApiTest {

    static final String API = "/api/v1";
    @LocalServerPort int port;
    @Autowired ApplicationContext context;
    @Autowired JdbcClient jdbc;

    Person person;
    ApiClient api;

    @BeforeEach
    void somebody() {
        person = Person.make(context, port);
        api = person.client();
    }

    @Test
    void a_file_becomes_a_data_set_with_the_facts_of_its_columns() {
        Answer added =
                upload(api, "Temps.csv", "day;temp;place\n2024-01-01;1,5;a\n2024-01-02;;b\n", "");
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        JsonNode made = added.json();
        String path = API + "/datasets/" + made.get("id").stringValue();
        assertThat(added.header("Location")).isEqualTo(path);
        assertThat(made.get("name").stringValue()).isEqualTo("Temps");
        assertThat(made.get("rows").intValue()).isEqualTo(2);
        assertThat(made.get("separator").stringValue()).isEqualTo("SEMICOLON");
        assertThat(made.get("decimal").stringValue()).isEqualTo("COMMA");
        assertThat(made.get("columns").findValuesAsString("type"))
                .containsExactly("TIME", "NUMBER", "TEXT");
        JsonNode temp = made.get("columns").get(1);
        assertThat(temp.get("missing").intValue()).isEqualTo(1);
        assertThat(temp.get("mean").doubleValue()).isEqualTo(1.5);
        assertThat(api.get(path).json()).isEqualTo(made);
        assertThat(api.get(API + "/datasets").json().get("total").intValue()).isEqualTo(1);
    }

    @Test
    void what_is_wrong_with_a_file_is_told_at_its_line_and_nothing_is_kept() {
        long before = rows("dataset") + rows("dataset_part");
        String ragged = "a,b\n" + "1,2\n".repeat(70_000) + "3\n";
        Answer refused = upload(api, "ragged.csv", ragged, "");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("errors").get(0).get("field").stringValue())
                .isEqualTo("file");
        assertThat(refused.json().get("errors").get(0).get("message").stringValue())
                .isEqualTo(
                        "Line 70002 does not have as many fields as the first line: 1 instead"
                                + " of 2.");
        assertThat(rows("dataset") + rows("dataset_part")).isEqualTo(before);
        assertThat(upload(api, "x.csv", "a\n1\n", field("encoding", "EBCDIC")).status())
                .isEqualTo(400);
        assertThat(upload(api, "x.csv", "a\n1\n", field("name", "n".repeat(10_000))).status())
                .isEqualTo(400);
        assertThat(send(api, field("name", "no file") + "--" + BOUNDARY + "--").status())
                .isEqualTo(400);
        assertThat(send(api, "no parts at all").status()).isEqualTo(400);
        assertThat(api.post(API + "/datasets", "{}").status()).isEqualTo(415);
        assertThat(rows("dataset")).isEqualTo(before - rows("dataset_part"));
    }

    @Test
    void a_column_is_learned_and_forecast_in_its_own_units() {
        String waves = waves(240, 1_000, 25);
        String id = added(upload(api, "waves.csv", waves, ""));
        JsonNode run = trained(definition(id, "wave", "STANDARD", "LSTM"));
        assertThat(run.get("state").stringValue()).isEqualTo("COMPLETED");
        // Losses are in the net's units, in which the wave is about 1.
        assertThat(run.get("metrics").get("loss").doubleValue()).isLessThan(2);
        String checkpoint = checkpoint(run);
        Answer tried =
                api.post(
                        API + "/checkpoints/" + checkpoint + "/evaluations",
                        "{\"mode\": \"FREE_RUN\", \"start\": \"END\", \"steps\": 5}");
        assertThat(tried.status()).as(tried.text()).isEqualTo(201);
        JsonNode segment = tried.json().get("segments").get(0);
        for (JsonNode truth : segment.get("truth")) {
            assertThat(truth.isNull()).isTrue();
        }
        assertThat(segment.get("predicted").get(0).doubleValue()).isBetween(900.0, 1_100.0);
        JsonNode forced =
                api.post(
                                API + "/checkpoints/" + checkpoint + "/evaluations",
                                "{\"mode\": \"TEACHER_FORCED\"}")
                        .json();
        assertThat(forced.get("segments").get(0).get("truth").get(0).doubleValue())
                .isCloseTo(1_000 + 25 * Math.sin(10 * Math.PI / 20), within(1e-3));
        assertThat(forced.get("rmse").doubleValue()).isLessThan(60);
    }

    @Test
    void gaps_are_refused_or_filled_and_never_count_as_truth() {
        String gaps = waves(60, 0, 1).replaceFirst("(?m)^20,.*$", "20,");
        String id = added(upload(api, "gaps.csv", gaps, ""));
        Answer refused =
                api.post(API + "/definitions/check", definition(id, "wave", "NONE", "SIMPLE_RNN"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text())
                .contains("sequence.input.column")
                .contains("lacks 1 of 60 values, the first in row 21");
        JsonNode run =
                trained(
                        definition(id, "wave", "NONE", "SIMPLE_RNN")
                                .replace(
                                        "\"column\": \"wave\"",
                                        "\"column\": \"wave\", \"missing\": \"LINEAR\""));
        JsonNode forced =
                api.post(
                                API + "/checkpoints/" + checkpoint(run) + "/evaluations",
                                "{\"mode\": \"TEACHER_FORCED\"}")
                        .json();
        JsonNode truth = forced.get("segments").get(0).get("truth");
        assertThat(truth.get(9).isNull()).isFalse();
        assertThat(truth.get(10).isNull()).isTrue();
        assertThat(forced.get("rmse").isNumber()).isTrue();
    }

    @Test
    void what_cannot_be_learned_from_is_told_at_the_column() {
        String id = added(upload(api, "x.csv", "t,v\n2024-01-01,1\n2024-01-02,x\n", ""));
        assertThat(checked(definition(id, "t", "NONE", "LSTM")).text())
                .contains("\"sequence.input.column\"")
                .contains("the column holds times, not numbers");
        assertThat(checked(definition(id, "v", "NONE", "LSTM")).text())
                .contains("line 3 of the file has no number: x");
        assertThat(checked(definition(id, "nope", "NONE", "LSTM")).text())
                .contains("\"sequence.input.column\"")
                .contains("does not exist");
        Person other = Person.make(context, port);
        assertThat(
                        other.client()
                                .post(
                                        API + "/definitions/check",
                                        definition(id, "v", "NONE", "LSTM"))
                                .text())
                .contains("\"sequence.input.dataset\"")
                .contains("does not exist");
        Answer stolen =
                other.client()
                        .post(
                                API + "/experiments",
                                "{\"name\": \"x\", \"definition\": "
                                        + definition(id, "v", "NONE", "LSTM")
                                        + "}");
        assertThat(stolen.status()).isEqualTo(400);
    }

    @Test
    void what_is_learned_from_stays_and_what_is_not_goes_through_the_bin() {
        String id = added(upload(api, "w.csv", waves(60, 0, 1), ""));
        String experiment = experiment(definition(id, "wave", "NONE", "SIMPLE_RNN"));
        Answer used = api.delete(API + "/datasets/" + id);
        assertThat(used.status()).isEqualTo(409);
        assertThat(used.text()).contains("Learned");
        assertThat(api.delete(API + "/experiments/" + experiment).status()).isEqualTo(204);
        assertThat(api.delete(API + "/datasets/" + id).status()).isEqualTo(204);
        assertThat(api.get(API + "/datasets").json().get("total").intValue()).isZero();
        assertThat(api.get(API + "/bin").text()).contains(id);
        assertThat(checked(definition(id, "wave", "NONE", "LSTM")).status()).isEqualTo(400);
        assertThat(api.post(API + "/datasets/" + id + "/restore", "").status()).isEqualTo(200);
        assertThat(checked(definition(id, "wave", "NONE", "LSTM")).status()).isEqualTo(200);
        assertThat(api.delete(API + "/datasets/" + id).status()).isEqualTo(204);
        assertThat(api.post(API + "/datasets/" + id + "/purge", "").status()).isEqualTo(204);
        assertThat(api.get(API + "/datasets/" + id).status()).isEqualTo(404);
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(
                                        jdbc.sql(
                                                        "select count(*) from dataset_part"
                                                                + " where dataset_id = ?")
                                                .param(java.util.UUID.fromString(id))
                                                .query(Long.class)
                                                .single())
                                .isZero());
        String audit = api.get(API + "/audit?project=" + home(id)).text();
        assertThat(audit).contains("DATASET_ADDED", "DATASET_DELETED", "DATASET_PURGED");
    }

    @Test
    void a_project_takes_its_data_along_in_an_archive() {
        String project =
                api.post(API + "/projects", "{\"name\": \"Data\"}").json().get("id").stringValue();
        String id = added(upload(api, "w.csv", waves(60, 0, 1), field("project", project)));
        Answer made =
                api.post(
                        API + "/experiments",
                        "{\"name\": \"Learned\", \"project\": \""
                                + project
                                + "\", \"definition\": "
                                + definition(id, "wave", "MIN_MAX", "SIMPLE_RNN")
                                + "}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        byte[] archive = api.get(API + "/projects/" + project + "/archive").raw().body();
        Answer imported =
                api.send(
                        api.request(API + "/projects/import")
                                .header("Content-Type", "application/zip")
                                .POST(BodyPublishers.ofByteArray(archive)));
        assertThat(imported.status()).as(imported.text()).isEqualTo(201);
        String copy = imported.json().get("id").stringValue();
        JsonNode there = api.get(API + "/datasets?project=" + copy).json().get("items").get(0);
        assertThat(there.get("id").stringValue()).isNotEqualTo(id);
        assertThat(there.get("columns"))
                .isEqualTo(api.get(API + "/datasets/" + id).json().get("columns"));
        JsonNode experiment = api.get(API + "/experiments?project=" + copy).json().get("items");
        assertThat(experiment.get(0).at("/definition/sequence/input/dataset").stringValue())
                .isEqualTo(there.get("id").stringValue());
        Answer run =
                api.post(
                        API + "/experiments/" + experiment.get(0).get("id").stringValue() + "/runs",
                        "{}");
        assertThat(run.status()).as(run.text()).isEqualTo(202);
        assertThat(ended(run.json()).get("state").stringValue()).isEqualTo("COMPLETED");
    }

    @Test
    void a_sender_who_hangs_up_leaves_nothing() throws IOException {
        long before = rows("dataset");
        String login =
                Base64.getEncoder()
                        .encodeToString(
                                (person.name() + ":" + Person.PASSWORD)
                                        .getBytes(StandardCharsets.UTF_8));
        try (Socket socket = new Socket("localhost", port)) {
            OutputStream out = socket.getOutputStream();
            String body = part("file", "cut.csv") + "a,b\n" + "1,2\n".repeat(1_000);
            String head =
                    "POST %s/datasets HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic %s\r\n"
                            + "Content-Type: multipart/form-data; boundary=%s\r\n"
                            + "Content-Length: %d\r\n\r\n";
            out.write(
                    head.formatted(API, login, BOUNDARY, body.length() + 5_000)
                            .getBytes(StandardCharsets.UTF_8));
            out.write(body.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
        assertThat(added(upload(api, "after.csv", "a\n1\n", ""))).isNotBlank();
        assertThat(rows("dataset")).isEqualTo(before + 1);
    }

    /** As large as the settings allow with {@code -Dwavetrain.test.large=true}; else a tenth. */
    @Test
    void a_large_file_is_taken_as_it_comes() {
        boolean large = Boolean.getBoolean("wavetrain.test.large");
        long size = (large ? 200L << 20 : 12L << 20) - 2_000;
        Answer added = send(api, generated(size));
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        assertThat(added.json().get("bytes").longValue()).isGreaterThanOrEqualTo(size);
        assertThat(added.json().get("rows").longValue()).isGreaterThan(size / 30);
    }

    /** Few rows and wide ones: all of it is received, decoded and taken apart, in seconds. */
    @Test
    void two_hundred_megabytes_are_taken_and_a_byte_more_is_not() {
        long size = 200L << 20;
        Answer added = send(api, wide(size));
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        assertThat(added.json().get("bytes").longValue()).isEqualTo(size);
        assertThat(added.json().get("rows").longValue()).isEqualTo(size / 90_000 + 1);
        long before = rows("dataset");
        Answer refused = send(api, wide(size + 1));
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.text()).contains("The file is larger than 200 MB.");
        assertThat(rows("dataset")).isEqualTo(before);
    }

    private static InputStream wide(long size) {
        byte[] row = ("1.5," + "x".repeat(89_995) + "\n").getBytes(StandardCharsets.US_ASCII);
        InputStream rows =
                new InputStream() {
                    private long at;

                    @Override
                    public int read() {
                        throw new UnsupportedOperationException("one byte after the other");
                    }

                    @Override
                    public int read(byte[] target, int from, int most) {
                        int in = (int) (at % row.length);
                        int n = (int) Math.min(Math.min(most, row.length - in), size - 4 - at);
                        System.arraycopy(row, in, target, from, n);
                        at += n;
                        return n == 0 && most > 0 ? -1 : n;
                    }
                };
        return new java.io.SequenceInputStream(
                new java.io.SequenceInputStream(stream(part("file", "wide.csv") + "v,w\n"), rows),
                stream(END));
    }

    private static Answer send(ApiClient api, InputStream body) {
        return Multipart.send(api, API + "/datasets", BodyPublishers.ofInputStream(() -> body));
    }

    private static InputStream generated(long size) {
        InputStream head = stream(part("file", "large.csv") + "row,value,other\n");
        InputStream lines =
                new InputStream() {
                    private long row;
                    private long sent;
                    private byte[] line = new byte[0];
                    private int at;

                    @Override
                    public int read() {
                        byte[] one = new byte[1];
                        return read(one, 0, 1) < 0 ? -1 : one[0];
                    }

                    @Override
                    public int read(byte[] target, int from, int most) {
                        if (at == line.length) {
                            if (sent >= size) {
                                return -1;
                            }
                            row++;
                            line =
                                    (row + "," + (row * 37 % 1_000) / 8.0 + ",0.123\n")
                                            .getBytes(StandardCharsets.US_ASCII);
                            sent += line.length;
                            at = 0;
                        }
                        int n = Math.min(most, line.length - at);
                        System.arraycopy(line, at, target, from, n);
                        at += n;
                        return n;
                    }
                };
        InputStream tail = stream(END);
        return new java.io.SequenceInputStream(
                new java.io.SequenceInputStream(head, new java.io.BufferedInputStream(lines)),
                tail);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private long rows(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private String home(String ignored) {
        return person.caller().home().toString();
    }

    private Answer checked(String definition) {
        return api.post(API + "/definitions/check", definition);
    }

    private String experiment(String definition) {
        Answer made =
                api.post(
                        API + "/experiments",
                        "{\"name\": \"Learned\", \"definition\": " + definition + "}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.json().get("id").stringValue();
    }

    private JsonNode trained(String definition) {
        Answer queued = api.post(API + "/experiments/" + experiment(definition) + "/runs", "{}");
        assertThat(queued.status()).as(queued.text()).isEqualTo(202);
        return ended(queued.json());
    }

    private JsonNode ended(JsonNode run) {
        String path = API + "/runs/" + run.get("id").stringValue();
        return Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(60))
                .until(
                        () -> api.get(path).json(),
                        now -> !now.get("state").stringValue().matches("QUEUED|RUNNING"));
    }

    private String checkpoint(JsonNode run) {
        JsonNode all =
                api.get(API + "/runs/" + run.get("id").stringValue() + "/checkpoints").json();
        return all.get(all.size() - 1).get("id").stringValue();
    }

    private static String waves(int rows, double mean, double size) {
        return "row,wave\n"
                + IntStream.range(0, rows)
                        .mapToObj(i ->
                                String.format(
                                        Locale.ROOT,
                                        "%d,%.6f",
                                        i,
                                        mean + size * Math.sin(i * Math.PI / 20)))
                        .collect(Collectors.joining("\n"));
    }

    private static String definition(String dataset, String column, String scaling, String cell) {
        return """
        {"sequence": {"task": "NEXT_VALUE",
          "input": {"dataset": "%s", "column": "%s"}, "window": 10, "scaling": "%s"},
         "network": {"cell": "%s", "units": [8]},
         "training": {"optimizer": {"kind": "ADAM"}, "loss": "MSE", "batchSize": 10, "epochs": 3, "validationSplit": 0.2}}
        """
                .formatted(dataset, column, scaling, cell);
    }

    private static String added(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().get("id").stringValue();
    }

    private static Answer upload(ApiClient api, String file, String content, String fields) {
        return send(api, fields + part("file", file) + content + END);
    }

    private static Answer send(ApiClient api, String body) {
        return Multipart.send(api, API + "/datasets", BodyPublishers.ofString(body));
    }
}
