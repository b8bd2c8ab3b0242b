package dev.wavetrain.bench;

import dev.wavetrain.experiments.Definition;
import dev.wavetrain.experiments.Preset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * How much more work two trainings side by side do than one alone: each trains the same epochs, in
 * turn alone and together. All must end with the same weights, to the bit.
 *
 * <p>Arguments: keys of the presets to run; without any, one of each kind. System properties:
 * {@code rounds}, {@code seconds} of a training alone.
 */
public final class SlotsBench {

    private static final String[] KINDS = {
        "damped-simple-rnn", "sin-to-cos-lstm", "damped-gru", "damped-lstm", "sine-lstm-300"
    };
    private static final int SLOTS = 2;

    private final int rounds = Integer.getInteger("rounds", 7);
    private final Pace pace =
            new Pace(3, Double.parseDouble(System.getProperty("seconds", "2")), 1);
    private final ExecutorService slots = Executors.newFixedThreadPool(SLOTS);

    public static void main(String[] keys) {
        Locale.setDefault(Locale.ROOT);
        System.out.println(Machine.description());
        System.out.printf(
                "%-24s %7s %12s %12s %6s  %s%n",
                "preset", "epochs", "one, ep/s", "two, ep/s", "ratio", "weights");
        SlotsBench bench = new SlotsBench();
        try (bench.slots) {
            for (Preset preset : Measured.presets(keys.length == 0 ? KINDS : keys)) {
                bench.measure(preset.key(), preset.definition());
            }
        }
    }

    private void measure(String key, Definition definition) {
        int epochs = pace.warmUp(count -> BareEngine.train(BareEngine.plan(definition, count)));
        double[] alone = new double[rounds];
        double[] together = new double[rounds];
        double[] ratios = new double[rounds];
        Set<String> weights = new HashSet<>();
        for (int round = 0; round < rounds; round++) {
            alone[round] = epochs / seconds(1, definition, epochs, weights);
            together[round] = SLOTS * epochs / seconds(SLOTS, definition, epochs, weights);
            ratios[round] = together[round] / alone[round];
        }
        System.out.printf(
                "%-24s %7d %12.4g %12.4g %6.3f  %s%n",
                key,
                epochs,
                Measured.median(alone),
                Measured.median(together),
                Measured.median(ratios),
                weights.size() == 1 ? "all the same" : "DIFFERENT: " + weights);
    }

    private double seconds(int count, Definition definition, int epochs, Set<String> weights) {
        return Measured.of(
                        () -> {
                            List<CompletableFuture<String>> results =
                                    IntStream.range(0, count)
                                            .mapToObj(_ ->
                                                    CompletableFuture.supplyAsync(
                                                            () -> weights(definition, epochs),
                                                            slots))
                                            .toList();
                            results.forEach(result -> weights.add(result.join()));
                        })
                .seconds();
    }

    private static String weights(Definition definition, int epochs) {
        return BareEngine.parametersSha256(BareEngine.plan(definition, epochs));
    }
}
