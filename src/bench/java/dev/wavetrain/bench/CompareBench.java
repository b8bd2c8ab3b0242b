package dev.wavetrain.bench;

import dev.wavetrain.bench.Peer.Answer;
import dev.wavetrain.experiments.Preset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * The engine beside PyTorch, Keras and DL4J's own {@code fit}: for each preset all of them in turn,
 * each in a process of its own, over some rounds, so that what slows the machine for a while slows
 * all. Prints the medians, and the medians of the ratios within a round.
 *
 * <p>Arguments: keys of presets; none for all. System properties: {@code rounds}; {@code python},
 * {@code keras.python}: the interpreters that have PyTorch and Keras; {@code skip}: what not to
 * time, as {@code preset:name} with commas between.
 */
public final class CompareBench {

    /** Shorter than alone: the rounds are repetitions too. */
    private static final Map<String, String> SHORT =
            Map.of(
                    "BENCH_WARM_UP_SECONDS", "3",
                    "BENCH_REPETITION_SECONDS", "0.5",
                    "BENCH_REPETITIONS", "3");

    private final List<Peer> peers =
            List.of(
                    Peer.java("ours", EngineBench.class),
                    Peer.python("pytorch", System.getProperty("python"), "pytorch_bench.py"),
                    Peer.python("keras", System.getProperty("keras.python"), "keras_bench.py"),
                    Peer.java("dl4j", Dl4jFitBench.class));
    private final Set<String> skipped = Set.of(System.getProperty("skip", "").split(","));
    private final Map<String, String> environment = new HashMap<>(SHORT);

    public static void main(String[] keys) throws InterruptedException {
        Locale.setDefault(Locale.ROOT);
        new CompareBench().run(Measured.presets(keys), Integer.getInteger("rounds", 3));
    }

    private void run(List<Preset> presets, int rounds) throws InterruptedException {
        environment.keySet().removeAll(System.getenv().keySet());
        System.out.println(Machine.description());
        System.out.printf(
                "epochs a second, one thread each, with validation; medians of %d rounds%n",
                rounds);
        heading();
        List<String> byProcessor = new ArrayList<>();
        for (Preset preset : presets) {
            Map<Peer, List<Answer>> answers = answers(preset.key(), rounds);
            System.out.println(line(preset.key(), answers, Answer.Rates::wall));
            byProcessor.add(line(preset.key(), answers, Answer.Rates::cpu));
        }
        System.out.println("the same by a second of processor time");
        heading();
        byProcessor.forEach(System.out::println);
    }

    private void heading() {
        StringBuilder text = new StringBuilder("%-24s".formatted("preset"));
        peers.forEach(peer -> text.append(" %10s".formatted(peer.name())));
        peers.stream().skip(1).forEach(peer -> text.append(" %12s".formatted("/" + peer.name())));
        System.out.println(text);
    }

    private Map<Peer, List<Answer>> answers(String preset, int rounds) throws InterruptedException {
        Map<Peer, List<Answer>> answers = new HashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Peer peer : peers) {
                List<Answer> before = answers.computeIfAbsent(peer, _ -> new ArrayList<>());
                before.add(answer(peer, preset, before));
            }
        }
        return answers;
    }

    /** What is not there in the first round is not asked for again. */
    private Answer answer(Peer peer, String preset, List<Answer> before)
            throws InterruptedException {
        if (!before.isEmpty() && before.getFirst() instanceof Answer.None none) {
            return none;
        }
        return skipped.contains(preset + ":" + peer.name())
                ? new Answer.None("skipped")
                : peer.time(preset, environment);
    }

    private String line(
            String preset, Map<Peer, List<Answer>> answers, ToDoubleFunction<Answer.Rates> rate) {
        StringBuilder text = new StringBuilder("%-24s".formatted(preset));
        for (Peer peer : peers) {
            text.append(" %10s".formatted(median(answers.get(peer), rate)));
        }
        double[] ours = rates(answers.get(peers.getFirst()), rate);
        for (Peer peer : peers.subList(1, peers.size())) {
            double[] theirs = rates(answers.get(peer), rate);
            double[] ratios = new double[Math.min(ours.length, theirs.length)];
            Arrays.setAll(ratios, round -> ours[round] / theirs[round]);
            text.append(
                    " %12s"
                            .formatted(
                                    ratios.length == 0
                                            ? "-"
                                            : "%.3g x".formatted(Measured.median(ratios))));
        }
        return text.toString();
    }

    private static String median(List<Answer> answers, ToDoubleFunction<Answer.Rates> rate) {
        double[] rates = rates(answers, rate);
        if (rates.length > 0) {
            return "%.4g".formatted(Measured.median(rates));
        }
        return answers.getFirst() instanceof Answer.None(var why) ? why : "-";
    }

    private static double[] rates(List<Answer> answers, ToDoubleFunction<Answer.Rates> rate) {
        return answers.stream()
                .filter(Answer.Rates.class::isInstance)
                .map(Answer.Rates.class::cast)
                .mapToDouble(rate)
                .toArray();
    }
}
