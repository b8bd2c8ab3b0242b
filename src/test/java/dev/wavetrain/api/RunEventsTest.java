package dev.wavetrain.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.ApiClient;
import dev.wavetrain.IntegrationTest;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@IntegrationTest
class RunEventsTest {

    record Event(String name, String id, JsonNode data) {}

    @LocalServerPort int port;
    @Autowired RunEventStreams streams;
    ApiClient owner;

    @BeforeEach
    void client() {
        owner = ApiClient.owner(port);
    }

    @Test
    void a_stream_tells_every_epoch_once_and_ends_with_the_run() throws Exception {
        String at = queue(300);
        List<Event> events = events(at, "");
        assertThat(epochs(events)).containsExactlyElementsOf(upTo(300));
        List<String> states = states(events);
        assertThat(states).endsWith("COMPLETED").doesNotHaveDuplicates();
        assertThat(events.getLast().name()).isEqualTo("state");
        assertThat(names(events)).contains("checkpoint");
        Awaitility.await().until(() -> streams.count() == 0);
    }

    @Test
    void a_listener_that_comes_back_hears_the_rest() throws Exception {
        String at = queue(250);
        List<Event> first = events(at, "");
        int middle = 0;
        while (!first.get(middle).name().equals("metrics")) {
            middle++;
        }
        List<Event> rest = events(at, first.get(middle).id());
        List<Integer> both = new ArrayList<>(epochs(first.subList(0, middle + 1)));
        both.addAll(epochs(rest));
        assertThat(both).containsExactlyElementsOf(upTo(250));
    }

    @Test
    void who_has_heard_all_is_told_not_to_come_back() throws Exception {
        String at = queue(3);
        String last = events(at, "").getLast().id();
        assertThat(owner.send(owner.request(at + "/events").header("Last-Event-ID", last).GET()))
                .satisfies(answer -> {
                    assertThat(answer.status()).isEqualTo(204);
                    assertThat(answer.raw().body()).isEmpty();
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "-1--1-", "99999999999-0-RUNNING", "1-1-NOTHING"})
    void an_id_that_is_not_ours_repeats_rather_than_loses(String id) throws Exception {
        String at = queue(3);
        events(at, "");
        assertThat(epochs(events(at, id))).contains(2, 3);
    }

    @Test
    void a_listener_that_leaves_is_forgotten() throws Exception {
        String at = queue(10_000_000);
        try (HttpClient client = HttpClient.newHttpClient()) {
            var answer =
                    client.send(
                            owner.request(at + "/events").GET().build(), BodyHandlers.ofLines());
            assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                    .startsWith("text/event-stream");
            answer.body().limit(3).forEach(line -> {});
            assertThat(streams.count()).isEqualTo(1);
            client.shutdownNow();
        }
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> streams.count() == 0);
        owner.post(at + "/cancel", "");
    }

    private String queue(int epochs) {
        String experiment =
                owner.post("/api/v1/experiments", "{\"preset\": \"damped-simple-rnn\"}")
                        .header("Location");
        return owner.post(
                        experiment + "/runs",
                        "{\"overrides\": {\"training.epochs\": " + epochs + "}}")
                .header("Location");
    }

    /** Listens until the stream ends. */
    private List<Event> events(String at, String last) throws IOException, InterruptedException {
        HttpRequest.Builder request = owner.request(at + "/events").GET();
        if (!last.isEmpty()) {
            request.header("Last-Event-ID", last);
        }
        try (HttpClient client = HttpClient.newHttpClient();
                Stream<String> lines =
                        client.send(request.build(), BodyHandlers.ofLines()).body()) {
            return parse(lines.toList());
        }
    }

    private static List<Event> parse(List<String> lines) {
        List<Event> events = new ArrayList<>();
        String name = "";
        String id = "";
        for (String line : lines) {
            String value = line.substring(line.indexOf(':') + 1);
            if (line.startsWith("event:")) {
                name = value;
            } else if (line.startsWith("id:")) {
                id = value;
            } else if (line.startsWith("data:")) {
                events.add(new Event(name, id, ApiClient.JSON.readTree(value)));
            }
        }
        return events;
    }

    private static List<Integer> epochs(List<Event> events) {
        List<Integer> epochs = new ArrayList<>();
        for (Event event : events) {
            event.data().at("/series/loss/step").forEach(step -> epochs.add(step.intValue()));
        }
        return epochs;
    }

    private static List<String> states(List<Event> events) {
        return events.stream()
                .filter(event -> event.name().equals("state"))
                .map(event -> event.data().get("state").stringValue())
                .toList();
    }

    private static List<String> names(List<Event> events) {
        return events.stream().map(Event::name).toList();
    }

    private static List<Integer> upTo(int last) {
        return Stream.iterate(1, i -> i + 1).limit(last).toList();
    }
}
