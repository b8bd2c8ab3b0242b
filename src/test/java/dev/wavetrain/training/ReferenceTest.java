package dev.wavetrain.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.experiments.Definition;
import dev.wavetrain.experiments.Preset;
import dev.wavetrain.experiments.Presets;
import dev.wavetrain.model.Fixture;
import dev.wavetrain.model.Forecaster;
import dev.wavetrain.model.Network;
import dev.wavetrain.sequence.ColumnSource;
import dev.wavetrain.sequence.Samples;
import dev.wavetrain.sequence.SequenceData;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * The built-in experiments end where those of other implementations do: within half the smallest
 * and twice the largest value over ten seeds in {@code reference}.
 */
@Tag("training")
@Execution(ExecutionMode.CONCURRENT)
class ReferenceTest {

    private static final int FORECAST_STEPS = 180;
    private static final int[] DECODE_STARTS = {0, 24, 49, 74};

    static Stream<Arguments> presetsAndSeeds() {
        return Stream.of(
                        "damped-simple-rnn",
                        "sin-to-cos-simple-rnn",
                        "sin-to-cos-lstm",
                        "damped-gru",
                        "damped-lstm")
                .flatMap(key ->
                        IntStream.rangeClosed(1, 5).mapToObj(seed -> Arguments.of(key, seed)));
    }

    @ParameterizedTest
    @MethodSource("presetsAndSeeds")
    void losses_and_forecasts_lie_in_the_reference_ranges(String key, int seed) {
        Trained trained = Trained.of(key, seed);
        JsonNode summary = Fixture.json("/reference/" + key + ".json").get("summary");

        assertWithin(trained.finalLoss(), summary.get("final_loss"));
        if (summary.has("min_val_loss")) {
            assertWithin(trained.lowestValLoss(), summary.get("min_val_loss"));
        }
        if (trained.network().hasDecoder()) {
            assertWithin(trained.decodeError(), summary.get("decode_mse"));
        } else {
            assertWithin(trained.freeRunError(), summary.get("forecast_mse"));
        }
    }

    @ParameterizedTest
    @CsvSource({"damped-cos-to-sin-lstm, 2e-3", "square-to-root-lstm, 8e-3"})
    void the_rmsprop_variants_learn(String key, double most) {
        for (int seed = 1; seed <= 5; seed++) {
            assertThat(Trained.of(key, seed).finalLoss()).as("seed %d", seed).isLessThan(most);
        }
    }

    private static void assertWithin(double value, JsonNode range) {
        assertThat(value)
                .isBetween(range.get("min").asDouble() / 2, range.get("max").asDouble() * 2);
    }

    private record Trained(Network network, SequenceData data, Recording run) {

        static Trained of(String key, int seed) {
            Definition definition =
                    Presets.all().stream()
                            .filter(preset -> preset.key().equals(key))
                            .map(Preset::definition)
                            .findFirst()
                            .orElseThrow();
            Network network =
                    Network.of(
                            definition.network(),
                            definition.sequence().task(),
                            definition.sequence().window());
            SequenceData data = SequenceData.of(definition.sequence(), ColumnSource.NONE);
            Recording run =
                    Recording.of(
                            new TrainingPlan(
                                    network,
                                    definition.network().biasInit(),
                                    data.samples(),
                                    definition.training(),
                                    seed,
                                    null));
            return new Trained(network, data, run);
        }

        double finalLoss() {
            return run.epochs.getLast().loss();
        }

        double lowestValLoss() {
            return run.epochs.stream().mapToDouble(EpochResult::valLoss).min().orElseThrow();
        }

        /** From the second window on, as the reference does. */
        double freeRunError() {
            int window = network.window();
            float[] predicted = forecaster().freeRun(window(1), FORECAST_STEPS);
            double sum = 0;
            for (int k = 0; k < FORECAST_STEPS; k++) {
                sum += Math.pow(predicted[k] - data.truthAt(1 + window + k), 2);
            }
            return sum / FORECAST_STEPS;
        }

        double decodeError() {
            int window = network.window();
            double[] truth = Objects.requireNonNull(data.target()).values();
            double sum = 0;
            for (int start : DECODE_STARTS) {
                float[] predicted = forecaster().decode(window(start), window);
                for (int k = 0; k < window; k++) {
                    sum += Math.pow(predicted[k] - truth[start + k], 2);
                }
            }
            return sum / (DECODE_STARTS.length * window);
        }

        private float[] window(int start) {
            Samples samples = data.samples();
            return Arrays.copyOfRange(
                    samples.inputs(), start * samples.window(), (start + 1) * samples.window());
        }

        private Forecaster forecaster() {
            return new Forecaster(network, run.with(Label.LAST).parameters());
        }
    }
}
