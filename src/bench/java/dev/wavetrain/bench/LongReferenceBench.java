package dev.wavetrain.bench;

import dev.wavetrain.experiments.Definition;
import dev.wavetrain.experiments.Preset;
import dev.wavetrain.experiments.Presets;
import dev.wavetrain.model.Forecaster;
import dev.wavetrain.model.Network;
import dev.wavetrain.sequence.ColumnSource;
import dev.wavetrain.sequence.Samples;
import dev.wavetrain.sequence.SequenceData;
import dev.wavetrain.training.EpochResult;
import dev.wavetrain.training.Label;
import dev.wavetrain.training.Outcome;
import dev.wavetrain.training.Snapshot;
import dev.wavetrain.training.StopSignal;
import dev.wavetrain.training.Trainer;
import dev.wavetrain.training.TrainingListener;
import dev.wavetrain.training.TrainingPlan;
import java.time.Clock;
import java.util.Locale;

/**
 * Trains {@code sine-lstm-300} for the seeds given, too long for every build, and prints each epoch
 * and at the end what {@code src/test/resources/reference} gives ranges for: final loss, lowest
 * val_loss and the error of 200 free-running steps after the data with the best weights.
 */
public final class LongReferenceBench {

    private static final String KEY = "sine-lstm-300";
    private static final int FORECAST_STEPS = 200;

    private LongReferenceBench() {}

    public static void main(String[] seeds) {
        Locale.setDefault(Locale.ROOT);
        Definition definition =
                Presets.all().stream()
                        .filter(preset -> preset.key().equals(KEY))
                        .map(Preset::definition)
                        .findFirst()
                        .orElseThrow();
        for (String seed : seeds) {
            run(definition, Long.parseLong(seed));
        }
    }

    private static void run(Definition definition, long seed) {
        Network network =
                Network.of(
                        definition.network(),
                        definition.sequence().task(),
                        definition.sequence().window());
        SequenceData data = SequenceData.of(definition.sequence(), ColumnSource.NONE);
        Printing printing = new Printing();
        Outcome outcome =
                new Trainer(Clock.systemUTC())
                        .train(
                                new TrainingPlan(
                                        network,
                                        definition.network().biasInit(),
                                        data.samples(),
                                        definition.training(),
                                        seed,
                                        null),
                                StopSignal.NEVER,
                                printing);
        System.out.printf(
                "seed %d: %s, final loss %.3g, lowest val_loss %.3g, forecast error %.3g%n",
                seed,
                outcome,
                printing.loss,
                printing.lowest,
                forecastError(network, data, printing.best));
    }

    private static double forecastError(Network network, SequenceData data, float[] weights) {
        Samples samples = data.samples();
        double[] values = data.input().values();
        float[] window = new float[samples.window()];
        for (int i = 0; i < window.length; i++) {
            window[i] = (float) values[values.length - window.length + i];
        }
        float[] predicted = new Forecaster(network, weights).freeRun(window, FORECAST_STEPS);
        double sum = 0;
        for (int k = 0; k < FORECAST_STEPS; k++) {
            sum += Math.pow(predicted[k] - data.truthAt(values.length + k), 2);
        }
        return sum / FORECAST_STEPS;
    }

    private static final class Printing implements TrainingListener {
        private double loss;
        private double lowest = Double.POSITIVE_INFINITY;
        private float[] best = {};

        @Override
        public void epochEnded(EpochResult epoch) {
            loss = epoch.loss();
            lowest = Math.min(lowest, epoch.valLoss());
            System.out.printf(
                    "%4d  loss %.3g  val_loss %.3g  %.2f s%n",
                    epoch.epoch(), epoch.loss(), epoch.valLoss(), epoch.nanos() / 1e9);
        }

        @Override
        public void checkpointReached(Snapshot snapshot) {
            if (snapshot.labels().contains(Label.BEST)) {
                best = snapshot.parameters();
            }
        }
    }
}
