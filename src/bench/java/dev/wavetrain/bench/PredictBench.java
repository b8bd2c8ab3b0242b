package dev.wavetrain.bench;

import dev.wavetrain.common.CheckpointId;
import dev.wavetrain.common.RunId;
import dev.wavetrain.registry.Promotion;
import dev.wavetrain.registry.Promotions;
import dev.wavetrain.runs.RunCheckpoints;
import java.io.IOException;
import java.net.http.HttpRequest;
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

    private final BenchApplication application;
    private final Requests asked;
    private final int requests = Integer.getInteger("requests", 2_000);

    private PredictBench(BenchApplication application, Requests asked) {
        this.application = application;
        this.asked = asked;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Locale.setDefault(Locale.ROOT);
        System.out.println(Machine.description());
        try (BenchApplication application = BenchApplication.start();
                Requests asked = new Requests(application.address(""))) {
            PredictBench bench = new PredictBench(application, asked);
            bench.promote("sin-to-cos-lstm", "translating");
            System.out.printf("%-46s %s%n", "LSTM(75), ms", Times.HEAD);
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
        HttpRequest request = asked.post("api/v1/models/" + model + "/predict", question);
        System.out.printf("%-46s %s%n", what, asked.times(request, WARM_UP, requests, () -> {}));
    }
}
