package dev.wavetrain.faults;

import java.util.List;

/**
 * What is trained.
 *
 * @param overrides of the preset's definition, as JSON
 */
record Work(String preset, String overrides) {

    /** Over soon. */
    static final Work SHORT = work("damped-simple-rnn", 100, "");

    private static Work work(String preset, int epochs, String more) {
        return new Work(preset, "{\"training.epochs\":" + epochs + more + "}");
    }

    /** Some with quick epochs and many of them, and one where points within an epoch count. */
    static List<Work> mixed(int times) {
        return List.of(
                work("damped-lstm", 400 * times, ",\"training.checkpoints.every\":100"),
                work("sin-to-cos-lstm", 60 * times, ",\"training.checkpoints.every\":30"),
                work("sine-lstm-300", 5 * times, ",\"network.units\":[64]"),
                work("damped-simple-rnn", 1_500 * times, ",\"training.checkpoints.every\":500"));
    }
}
