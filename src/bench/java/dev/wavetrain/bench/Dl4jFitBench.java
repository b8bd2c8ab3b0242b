package dev.wavetrain.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.wavetrain.experiments.Definition;
import dev.wavetrain.experiments.Preset;
import dev.wavetrain.model.Network;
import dev.wavetrain.model.SavedLoss;
import dev.wavetrain.model.SavedModel;
import dev.wavetrain.model.graph.GraphBuilder;
import dev.wavetrain.sequence.ColumnSource;
import dev.wavetrain.sequence.Samples;
import dev.wavetrain.sequence.SequenceData;
import dev.wavetrain.sequence.Split;
import dev.wavetrain.training.SnapshotFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.slf4j.LoggerFactory;

/**
 * Epochs a second when DL4J's own {@code fit} trains the presets, validation each epoch: what the
 * kernels are compared with. Batches are cut once and never shuffled, in DL4J's favour.
 *
 * <p>Arguments: keys of presets; without any, those with small nets.
 */
public final class Dl4jFitBench {

    private static final int MOST_UNITS = 100;

    private final Definition definition;
    private final Network network;
    private final Samples samples;

    private Dl4jFitBench(Definition definition) {
        this.definition = definition;
        this.network =
                Network.of(
                        definition.network(),
                        definition.sequence().task(),
                        definition.sequence().window());
        this.samples = SequenceData.of(definition.sequence(), ColumnSource.NONE).samples();
    }

    public static void main(String[] keys) {
        Locale.setDefault(Locale.ROOT);
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        Pace pace = Pace.fromEnvironment();
        System.out.printf("%-24s %14s %14s%n", "preset", "epochs/s", "epochs/CPU s");
        for (Preset preset : Measured.presets(keys)) {
            if (keys.length > 0 || preset.definition().network().units().getFirst() <= MOST_UNITS) {
                new Dl4jFitBench(preset.definition()).run(preset.key(), pace);
            }
        }
    }

    private void run(String key, Pace pace) {
        ComputationGraph graph = GraphBuilder.build(model());
        int train = Split.trainCount(samples.count(), definition.training().validationSplit());
        List<MultiDataSet> batches = batches(0, train, definition.training().batchSize());
        List<MultiDataSet> validation = batches(train, samples.count(), samples.count());
        Pace.Rates rates =
                pace.measure(epochs -> {
                    for (int epoch = 0; epoch < epochs; epoch++) {
                        batches.forEach(graph::fit);
                        validation.forEach(graph::score);
                    }
                });
        System.out.printf("%-24s %14.4g %14.4g%n", key, rates.wall(), rates.cpu());
        graph.close();
    }

    private SavedModel model() {
        return new SavedModel(
                network,
                network.initialise(1, definition.network().biasInit()),
                SavedLoss.valueOf(definition.training().loss().name()),
                SnapshotFile.optimizer(definition.training().optimizer()),
                0,
                null);
    }

    private List<MultiDataSet> batches(int first, int end, int size) {
        List<MultiDataSet> batches = new ArrayList<>();
        for (int from = first; from < end; from += size) {
            int to = Math.min(from + size, end);
            INDArray input = rows(samples.inputs(), samples.window(), from, to);
            float[] delayed = samples.decoderInputs();
            INDArray[] inputs =
                    delayed == null
                            ? new INDArray[] {input}
                            : new INDArray[] {input, rows(delayed, samples.window(), from, to)};
            INDArray target = rows(samples.targets(), samples.targetSteps(), from, to);
            batches.add(
                    new MultiDataSet(
                            inputs,
                            new INDArray[] {
                                samples.targetSteps() == 1 ? target.reshape(to - from, 1) : target
                            }));
        }
        return batches;
    }

    /** (rows, 1, steps) of (N, steps, 1). */
    private static INDArray rows(float[] values, int steps, int from, int to) {
        return Nd4j.createFromArray(Arrays.copyOfRange(values, from * steps, to * steps))
                .reshape(to - from, 1, steps);
    }
}
