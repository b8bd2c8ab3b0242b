package dev.wavetrain.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * How every engine is timed, as in {@code pace.py}: a warm-up, then the median of repetitions. The
 * same environment variables set both.
 *
 * @param repetitions half as many where one epoch alone takes longer than a repetition
 */
record Pace(double warmUpSeconds, double repetitionSeconds, int repetitions) {

    static Pace fromEnvironment() {
        return new Pace(
                number("BENCH_WARM_UP_SECONDS", 4),
                number("BENCH_REPETITION_SECONDS", 1),
                (int) number("BENCH_REPETITIONS", 7));
    }

    private static double number(String name, double otherwise) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? otherwise : Double.parseDouble(value);
    }

    /**
     * Epochs a second.
     *
     * @param cpu a second of the process's processor time, over all repetitions: the system counts
     *     it in hundredths of a second
     */
    record Rates(double wall, double cpu) {}

    /**
     * @param train trains so many epochs
     */
    Rates measure(IntConsumer train) {
        int epochs = warmUp(train);
        List<Measured> all = new ArrayList<>();
        do {
            all.add(Measured.of(() -> train.accept(epochs)));
        } while (all.size() < repetitions(all.getFirst()));
        return new Rates(
                epochs / Measured.median(all, Measured::seconds),
                all.size() * epochs / all.stream().mapToDouble(Measured::cpuSeconds).sum());
    }

    private int repetitions(Measured one) {
        // A repetition of one epoch that is far too long; others come out near their length.
        return one.seconds() < 2 * repetitionSeconds ? repetitions : Math.max(1, repetitions / 2);
    }

    /** The epochs of a repetition. */
    int warmUp(IntConsumer train) {
        long begun = System.nanoTime();
        int epochs = 1;
        do {
            int now = epochs;
            double seconds = Measured.of(() -> train.accept(now)).seconds() / now;
            epochs = (int) Math.clamp(repetitionSeconds / seconds, 1, 1_000_000);
        } while ((System.nanoTime() - begun) / 1e9 < warmUpSeconds);
        return epochs;
    }
}
