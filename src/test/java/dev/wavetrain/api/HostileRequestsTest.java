package dev.wavetrain.api;

import static dev.wavetrain.api.SignInApiTest.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.ApiClient;
import dev.wavetrain.ApiClient.Answer;
import dev.wavetrain.IntegrationTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Requests that no controller should have to see. */
@IntegrationTest
class HostileRequestsTest {

    static final String TOKENS = "/api/v1/tokens";

    @LocalServerPort int port;
    ApiClient owner;

    @BeforeEach
    void client() {
        owner = ApiClient.owner(port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "nonsense",
                "{\"name\": \"a\"} {}",
                "{\"name\": \"a\", \"name\": \"b\"}",
                "{\"name\": NaN}",
                "{\"name\": \"\\ud800",
                "\u0000",
                "[]",
                "null",
                "3",
                "\"text\""
            })
    void bodies_that_are_no_json_object_are_400(String body) {
        assertProblem(owner.post(TOKENS, body), 400);
    }

    @Test
    void a_body_that_nests_deeply_is_400() {
        assertProblem(owner.post(TOKENS, "{\"name\":".repeat(50_000)), 400);
        assertProblem(owner.post(TOKENS, "[".repeat(500_000)), 400);
    }

    @Test
    void invalid_utf8_is_400() {
        byte[] body = {'{', '"', (byte) 0xc3, (byte) 0x28, '"', ':', '1', '}'};
        assertProblem(
                owner.send(
                        owner.request(TOKENS)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofByteArray(body))),
                400);
    }

    @Test
    void a_body_of_3_mb_is_413_with_and_without_its_length() {
        byte[] body = new byte[3 << 20];
        java.util.Arrays.fill(body, (byte) ' ');
        assertProblem(
                owner.send(
                        owner.request(TOKENS)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofByteArray(body))),
                413);
        assertProblem(
                owner.send(
                        owner.request(TOKENS)
                                .header("Content-Type", "application/json")
                                .POST(
                                        BodyPublishers.ofInputStream(
                                                () -> new ByteArrayInputStream(body)))),
                413);
    }

    @Test
    void other_media_types_are_415_and_406() {
        assertProblem(
                owner.send(
                        owner.request(TOKENS)
                                .header("Content-Type", "text/plain")
                                .POST(BodyPublishers.ofString("{}"))),
                415);
        assertProblem(owner.send(owner.request(TOKENS).header("Accept", "image/png").GET()), 406);
    }

    @Test
    void another_method_is_405_and_says_which_are_allowed() {
        Answer answer = owner.put(TOKENS, "{}");
        assertProblem(answer, 405);
        assertThat(answer.header("Allow")).contains("GET").contains("POST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/",
                "/api/v1/nothing",
                "/api/v2/tokens",
                "/api/v1/tokens/x/y",
                "/v3/nothing",
                "/actuator/nothing"
            })
    void unknown_addresses_are_404_problems(String path) {
        assertProblem(owner.get(path), 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1//tokens", "/api/v1/tokens;a=b", "/api/%2e%2e/x", "/api/%00"})
    void addresses_that_slip_past_rules_are_400(String path) {
        assertProblem(owner.get(path), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/runs?page=%ff",
                "/api/v1/runs?%zz",
                "/api/v1/experiments?size=%f",
                "/actuator/health?%zz"
            })
    void queries_that_cannot_be_decoded_are_400_problems(String target) throws IOException {
        String credentials = IntegrationTest.OWNER + ":" + IntegrationTest.PASSWORD;
        assertThat(
                        raw(
                                "GET %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic %s\r\n\r\n"
                                        .formatted(
                                                target,
                                                Base64.getEncoder()
                                                        .encodeToString(
                                                                credentials.getBytes(
                                                                        StandardCharsets.UTF_8)))))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json");
    }

    @Test
    void a_malformed_request_line_is_a_400_problem() throws IOException {
        assertThat(raw("GET /api/v1/a b c HTTP/1.1\r\nHost: localhost\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "\"status\":400")
                .doesNotContain("Apache");
    }

    @Test
    void headers_too_large_are_a_problem() throws IOException {
        assertThat(
                        raw(
                                "GET /api/v1/tokens HTTP/1.1\r\nHost: localhost\r\nX: "
                                        + "x".repeat(100_000)
                                        + "\r\n\r\n"))
                .contains("application/problem+json");
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            socket.setSoTimeout(10_000);
            byte[] answer = new byte[4_096];
            int length = socket.getInputStream().readNBytes(answer, 0, 100);
            length += Math.max(0, socket.getInputStream().read(answer, length, 3_000));
            return new String(answer, 0, length, StandardCharsets.ISO_8859_1);
        }
    }
}
