package dev.wavetrain.bench;

import dev.wavetrain.common.CheckpointId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.registry.Promotion;
import dev.wavetrain.registry.Promotions;
import dev.wavetrain.runs.RunCheckpoints;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How long a named model takes to answer over HTTP: LSTM(75), asked one question after the other by
 * a client on the same machine that keeps its connection. All is counted, from the sending of the
 * question to the last byte of the answer: sign-in, the look-up of the alias, the forecast, JSON.
 *
 * <p>System property: {@code requests}.
 */
public final class PredictBench {

    private static final int EPOCHS = 5;
    private static final int WARM_UP = 2_000;
    private static final double MILLI = 1e6;

    private final BenchApplication application;
    private final HttpClient http;
    private final int requests = Integer.getInteger("requests", 2_000);

    private PredictBench(BenchApplication application, HttpClient http) {
        this.application = application;
        this.http = http;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Locale.setDefault(Locale.ROOT);
        System.out.println(Machine.description());
        try (BenchApplication application = BenchApplication.start();
                HttpClient http = HttpClient.newHttpClient()) {
            PredictBench bench = new PredictBench(application, http);
            bench.promote("sin-to-cos-lstm", "translating");
            System.out.printf(
                    "%-46s %8s %8s %8s %8s%n", "LSTM(75), ms", "p50", "p95", "p99", "most");
            bench.measure("24 values translated", "translating@champion", question(24, 24));
            bench.measure("24 values translated, by number", "translating@1", question(24, 24));
            RunId other =
                    application.queue(application.experiment("damped-lstm"), 1_000_000, 1_000_000);
            bench.measure("the same while a run trains", "translating@champion", question(24, 24));
            System.out.println(
                    "The run trained on to epoch " + application.find(other).progress().epoch());
        }
    }

    private void promote(String preset, String name) {
        RunId run = application.queue(application.experiment(preset), EPOCHS, EPOCHS);
        var _ = application.awaitEnd(Set.of(run));
        CheckpointId last =
                application
                        .bean(RunCheckpoints.class)
                        .list(application.caller(), run)
                        .getLast()
                        .id();
        var _ =
                application
                        .bean(Promotions.class)
                        .create(
                                application.caller(),
                                name,
                                last,
                                new Promotion("", List.of("champion")));
    }

    private static String question(int window, int steps) {
        return IntStream.range(0, window)
                .mapToObj(t -> "%.6f".formatted(Math.sin(t / 4.0)))
                .collect(
                        Collectors.joining(", ", "{\"window\": [", "], \"steps\": " + steps + "}"));
    }

    private void measure(String what, String model, String question)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        application.address("api/v1/models/" + model + "/predict")))
                        .header("Authorization", "Basic " + credentials())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(question))
                        .build();
        for (int i = 0; i < WARM_UP; i++) {
            ask(request);
        }
        long[] nanos = new long[requests];
        for (int i = 0; i < requests; i++) {
            long begun = System.nanoTime();
            ask(request);
            nanos[i] = System.nanoTime() - begun;
        }
        Arrays.sort(nanos);
        System.out.printf(
                "%-46s %8.2f %8.2f %8.2f %8.2f%n",
                what,
                at(nanos, 0.50),
                at(nanos, 0.95),
                at(nanos, 0.99),
                nanos[nanos.length - 1] / MILLI);
    }

    private void ask(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
        }
    }

    private static String credentials() {
        return Base64.getEncoder()
                .encodeToString(
                        (BenchApplication.NAME + ":" + BenchApplication.PASSWORD)
                                .getBytes(StandardCharsets.UTF_8));
    }

    /** The nearest rank, in milliseconds. */
    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1] / MILLI;
    }
}
