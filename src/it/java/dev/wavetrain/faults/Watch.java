package dev.wavetrain.faults;

import dev.wavetrain.ApiClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Somebody who looks at a run all the time, by its event stream, and remembers every epoch that he
 * was shown. Where the stream breaks he comes back, and first looks whether the run has fallen
 * behind what he saw.
 */
final class Watch implements AutoCloseable {

    /** Losses of one epoch as shown; no val_loss is NaN. */
    record Losses(double loss, double valLoss) {}

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final Supplier<ApiClient> api;
    private final String run;
    private final ConcurrentSkipListMap<Integer, Losses> shown = new ConcurrentSkipListMap<>();
    private final Thread thread;
    private volatile int fellBehindBy;
    private volatile boolean closed;
    private String lastEvent = "";

    Watch(Supplier<ApiClient> api, String run) {
        this.api = api;
        this.run = run;
        this.thread = Thread.ofVirtual().name("watch-" + run).start(this::look);
    }

    /** What was shown, by epoch. */
    Map<Integer, Losses> shown() {
        return shown;
    }

    int last() {
        return shown.isEmpty() ? 0 : shown.lastKey();
    }

    /** By how many epochs the run was ever behind what had been shown: lost ones. */
    int fellBehindBy() {
        return fellBehindBy;
    }

    /** A run was seen at this epoch. */
    void seenAt(int epoch, int lastShownBefore) {
        fellBehindBy = Math.max(fellBehindBy, lastShownBefore - epoch);
    }

    private void look() {
        while (!closed) {
            try {
                int before = last();
                ApiClient now = api.get();
                ApiClient.Answer answer = now.get("/api/v1/runs/" + run);
                if (answer.status() == 200) {
                    seenAt(answer.json().path("epoch").intValue(), before);
                    if (!listen(now)) {
                        return;
                    }
                }
            } catch (IOException | UncheckedIOException broken) {
                // Its server has gone, or the database behind it: he comes back.
            } catch (InterruptedException e) {
                return;
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
    }

    /**
     * @return false where the run has ended and all of it was told
     */
    private boolean listen(ApiClient from) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                from.request("/api/v1/runs/" + run + "/events").timeout(Duration.ofHours(1));
        if (!lastEvent.isEmpty()) {
            request.header("Last-Event-ID", lastEvent);
        }
        HttpResponse<Stream<String>> answer =
                HTTP.send(request.build(), HttpResponse.BodyHandlers.ofLines());
        try (Stream<String> lines = answer.body()) {
            Event event = new Event();
            lines.forEach(event::line);
        }
        return answer.statusCode() != 204;
    }

    /** The event whose lines are being read. */
    private final class Event {

        private String name = "";
        private String id = "";
        private final StringBuilder data = new StringBuilder();

        void line(String line) {
            if (line.startsWith("event:")) {
                name = line.substring("event:".length()).strip();
            } else if (line.startsWith("id:")) {
                id = line.substring("id:".length()).strip();
            } else if (line.startsWith("data:")) {
                data.append(line.substring("data:".length()));
            } else if (line.isEmpty() && !data.isEmpty()) {
                if (name.equals("metrics")) {
                    remember(ApiClient.JSON.readTree(data.toString()).path("series"));
                }
                lastEvent = id;
                data.setLength(0);
            }
        }
    }

    private void remember(JsonNode series) {
        JsonNode loss = series.path("loss");
        JsonNode valLoss = series.path("val_loss").path("value");
        for (int i = 0; i < loss.path("step").size(); i++) {
            shown.put(
                    loss.path("step").get(i).intValue(),
                    new Losses(
                            loss.path("value").get(i).asDouble(),
                            valLoss.has(i) ? valLoss.get(i).asDouble() : Double.NaN));
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
