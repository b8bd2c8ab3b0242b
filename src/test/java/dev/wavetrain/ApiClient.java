package dev.wavetrain;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the running server as a script does. */
public final class ApiClient {

    /** An answer with its body read. */
    public record Answer(HttpResponse<byte[]> raw) {

        public int status() {
            return raw.statusCode();
        }

        public String text() {
            return new String(raw.body(), StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            return JSON.readTree(raw.body());
        }

        public String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }
    }

    public static final JsonMapper JSON = JsonMapper.builder().build();

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String root;
    private final String authorization;

    private ApiClient(String root, String authorization) {
        this.root = root;
        this.authorization = authorization;
    }

    /** The owner that {@link IntegrationTest} makes. */
    public static ApiClient owner(int port) {
        return nobody(port).as(IntegrationTest.OWNER, IntegrationTest.PASSWORD);
    }

    public static ApiClient nobody(int port) {
        return new ApiClient("http://localhost:" + port, "");
    }

    public ApiClient as(String name, String password) {
        String pair = name + ":" + password;
        byte[] bytes = pair.getBytes(StandardCharsets.UTF_8);
        return with("Basic " + Base64.getEncoder().encodeToString(bytes));
    }

    public ApiClient bearer(String token) {
        return with("Bearer " + token);
    }

    public ApiClient with(String header) {
        return new ApiClient(root, header);
    }

    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(root + path)).timeout(Duration.ofSeconds(60));
        return authorization.isEmpty() ? request : request.header("Authorization", authorization);
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, String body) {
        return send("POST", path, body);
    }

    public Answer put(String path, String body) {
        return send("PUT", path, body);
    }

    public Answer patch(String path, String body) {
        return send("PATCH", path, body);
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    public Answer send(String method, String path, String body) {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body)));
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** An account's name that no other test uses. */
    public static String uniqueName() {
        return "user-" + UUID.randomUUID();
    }
}
