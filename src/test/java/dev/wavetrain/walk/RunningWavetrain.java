package dev.wavetrain.walk;

import com.microsoft.playwright.Page;
import dev.wavetrain.Application;
import dev.wavetrain.ViewTemplates;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole application on a port of its own, over a database file that outlives it. */
final class RunningWavetrain implements AutoCloseable {

    static final String NAME = "grace";
    static final String PASSWORD = "a nanosecond is 30 cm";

    private final ConfigurableApplicationContext context;
    private final String address;

    private RunningWavetrain(ConfigurableApplicationContext context) {
        this.context = context;
        address = "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
    }

    /** With no account yet, so that the first visit makes the owner. */
    static RunningWavetrain unowned(Path data) {
        return start(data);
    }

    static RunningWavetrain owned(Path data, String... settings) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "--wavetrain.owner.name=" + NAME,
                                "--wavetrain.owner.password=" + PASSWORD));
        all.addAll(List.of(settings));
        return start(data, all.toArray(String[]::new));
    }

    /** Given as arguments: defaults would give way to those of the application itself. */
    private static RunningWavetrain start(Path data, String... settings) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--server.port=0",
                                "--spring.jmx.enabled=false",
                                "--wavetrain.data=" + data));
        arguments.addAll(List.of(settings));
        return new RunningWavetrain(
                new SpringApplicationBuilder(Application.class)
                        .run(arguments.toArray(String[]::new)));
    }

    String at(String path) {
        return address + "/" + path;
    }

    void signIn(Page page) {
        page.navigate(at("sign-in"));
        enter(page);
    }

    /** Fills in the form that makes the owner, or the one that signs in: they have equal fields. */
    static void enter(Page page) {
        page.locator("input[name=username]").fill(NAME);
        page.locator("input[name=password]").fill(PASSWORD);
        page.locator("button[type=submit]").click();
        page.locator("vaadin-app-layout").waitFor();
    }

    JsonNode get(String path) {
        return ask(path, HttpRequest.Builder::GET);
    }

    /** What is sent as JSON. */
    JsonNode post(String path, Object body) {
        return send("POST", path, body);
    }

    JsonNode patch(String path, Object body) {
        return send("PATCH", path, body);
    }

    JsonNode put(String path, Object body) {
        return send("PUT", path, body);
    }

    void delete(String path) {
        var _ = ask(path, HttpRequest.Builder::DELETE);
    }

    private JsonNode send(String method, String path, Object body) {
        String json = JsonMapper.shared().writeValueAsString(body);
        return ask(
                path,
                request ->
                        request.header("Content-Type", "application/json")
                                .method(method, HttpRequest.BodyPublishers.ofString(json)));
    }

    /**
     * @return the id of a run of a preset with some of its fields changed
     */
    String train(String preset, Map<String, Object> overrides) {
        String experiment =
                post("api/v1/experiments", Map.of("preset", preset)).path("id").asString();
        return post("api/v1/experiments/" + experiment + "/runs", Map.of("overrides", overrides))
                .path("id")
                .asString();
    }

    /**
     * @return the id of a run's checkpoint
     */
    String checkpoint(String run, int epoch) {
        return get("api/v1/runs/" + run + "/checkpoints")
                .valueStream()
                .filter(one -> one.path("epoch").asInt() == epoch)
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    /**
     * Cuts off a part of its weights behind the application's back.
     *
     * @return the checkpoint's id
     */
    String damage(String run, int epoch) {
        String checkpoint = checkpoint(run, epoch);
        context.getBean(JdbcClient.class)
                .sql(
                        "update checkpoint_weights set bytes = substring(bytes from 1 for 2000)"
                                + " where checkpoint_id = ?")
                .param(UUID.fromString(checkpoint))
                .update();
        return checkpoint;
    }

    /** The addresses of every view, as {@code /runs/:id/:tab?}. */
    Set<String> views() {
        return ViewTemplates.of(context.getBean(ServletContext.class));
    }

    private JsonNode ask(String path, UnaryOperator<HttpRequest.Builder> how) {
        String credentials =
                Base64.getEncoder()
                        .encodeToString((NAME + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpRequest request =
                how.apply(
                                HttpRequest.newBuilder(URI.create(at(path)))
                                        .header("Authorization", "Basic " + credentials))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return JsonMapper.shared()
                    .readTree(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new AssertionError("no answer from " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Stops it as a server is stopped; the database stays. */
    @Override
    public void close() {
        context.close();
    }
}
