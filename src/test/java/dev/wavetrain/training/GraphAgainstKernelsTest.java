package dev.wavetrain.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wavetrain.model.BiasInit;
import dev.wavetrain.model.Cell;
import dev.wavetrain.model.Head;
import dev.wavetrain.model.ModelFile;
import dev.wavetrain.model.Network;
import dev.wavetrain.model.Propagation;
import dev.wavetrain.model.SavedLoss;
import dev.wavetrain.model.SavedModel;
import dev.wavetrain.model.TimeMajor;
import dev.wavetrain.model.graph.GraphBuilder;
import dev.wavetrain.model.graph.GraphData;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.dataset.MultiDataSet;

/** Two stacked layers, every cell, head and loss: the hot loop and DL4J take the same steps. */
@Tag("training")
@Execution(ExecutionMode.CONCURRENT)
class GraphAgainstKernelsTest {

    private static final int BATCH = 3;
    private static final int WINDOW = 5;
    private static final int OUTPUTS = 2;
    private static final Offset<Float> WITHIN = Offset.offset(2e-5f);

    private final Random random = new Random(11);

    static Stream<Arguments> nets() {
        return Stream.of(Cell.values())
                .flatMap(cell ->
                        Stream.of(Head.values())
                                .flatMap(head ->
                                        Stream.of(Loss.values())
                                                .map(loss -> Arguments.of(cell, head, loss))));
    }

    @ParameterizedTest
    @MethodSource("nets")
    void both_give_the_same_outputs_loss_and_gradient(Cell cell, Head head, Loss loss) {
        Case net = new Case(cell, head, loss);
        float[] gradient = new float[net.parameters.length];
        double value = net.gradient(gradient);
        ComputationGraph graph =
                GraphBuilder.build(
                        net.model(new OptimizerDefinition.Sgd(0.01, 0), 0, new float[0]));
        graph.setInputs(net.data.getFeatures());
        graph.setLabels(net.data.getLabels());
        graph.computeGradientAndScore();

        assertThat(graph.output(net.data.getFeatures())[0].ravel().toFloatVector())
                .containsExactly(
                        GraphData.outputs(net.network, BATCH, net.batchMajor(net.outputs()))
                                .ravel()
                                .toFloatVector(),
                        WITHIN);
        assertThat((float) graph.score()).isEqualTo((float) value, WITHIN);
        assertThat(net.fromGraph(graph.gradient().gradient().div(BATCH).toFloatVector()))
                .containsExactly(gradient, WITHIN);
        graph.close();
    }

    static Stream<OptimizerDefinition> optimizers() {
        return Stream.of(
                new OptimizerDefinition.Sgd(0.01, 0),
                new OptimizerDefinition.Adam(0.001, 0.9, 0.999, 1e-7),
                new OptimizerDefinition.RmsProp(0.001, 0.9, 1e-7));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void dl4j_goes_on_from_a_file_where_training_stopped(OptimizerDefinition definition)
            throws Exception {
        Case net = new Case(Cell.LSTM, Head.ENCODER_DECODER, Loss.MSE);
        Optimizer optimizer = Optimizer.of(definition, net.parameters.length);
        net.steps(optimizer, 5);
        float[] state = new float[optimizer.stateLength()];
        optimizer.copyState(state);
        byte[] file = ModelFile.write(net.model(definition, 5, state));
        net.steps(optimizer, 3);

        ComputationGraph graph = GraphBuilder.build(ModelFile.read(file));
        IntStream.range(0, 3).forEach(step -> graph.fit(net.data));

        assertThat(GraphBuilder.parameters(net.network, graph))
                .containsExactly(net.parameters, WITHIN);
        graph.close();
    }

    /** A net, its parameters and one batch. */
    private final class Case {
        final Network network;
        final float[] parameters;
        final float[] inputs;
        final float[] decoderInputs;
        final float[] targets;
        final MultiDataSet data;
        final Loss loss;
        final Propagation propagation;

        Case(Cell cell, Head head, Loss loss) {
            boolean decoder = head == Head.ENCODER_DECODER;
            this.loss = loss;
            network = new Network(cell, List.of(4, 3), 2, decoder ? 2 : 0, OUTPUTS, head, WINDOW);
            parameters = network.initialise(3, BiasInit.UNIFORM_CONSTANT);
            if (loss == Loss.CATEGORICAL_CROSSENTROPY) {
                // Far from zero, where dividing by the sum of the outputs would blow up.
                int bias = network.dense().bias().offset();
                parameters[bias] = 3;
                parameters[bias + 1] = 4;
            }
            inputs = floats(BATCH * WINDOW * 2);
            decoderInputs = decoder ? floats(BATCH * WINDOW * 2) : null;
            targets = floats(BATCH * network.targetSteps() * OUTPUTS);
            data = GraphData.of(network, BATCH, inputs, decoderInputs, targets);
            propagation = new Propagation(network, BATCH);
        }

        double gradient(float[] gradient) {
            int[] order = {0, 1, 2};
            int steps = network.targetSteps();
            propagation.load(inputs, decoderInputs, order, 0, BATCH);
            propagation.forward(parameters, BATCH);
            float[] wanted = new float[targets.length];
            TimeMajor.gather(targets, steps, OUTPUTS, order, 0, BATCH, wanted);
            double value =
                    new LossFunction(loss, OUTPUTS)
                            .evaluate(
                                    propagation.outputs(),
                                    wanted,
                                    wanted.length,
                                    propagation.outputGradients());
            propagation.backward(parameters, gradient, BATCH);
            return value;
        }

        void steps(Optimizer optimizer, int count) {
            float[] gradient = new float[parameters.length];
            for (int step = 0; step < count; step++) {
                gradient(gradient);
                optimizer.step(parameters, gradient);
            }
        }

        float[] outputs() {
            return propagation.outputs();
        }

        float[] batchMajor(float[] timeMajor) {
            float[] windows = new float[timeMajor.length];
            TimeMajor.scatter(timeMajor, network.targetSteps(), OUTPUTS, BATCH, windows, 0);
            return windows;
        }

        float[] fromGraph(float[] values) {
            return dev.wavetrain.model.graph.GraphParameters.fromGraph(network, values);
        }

        SavedModel model(OptimizerDefinition optimizer, int updates, float[] state) {
            return new SavedModel(
                    network,
                    parameters,
                    SavedLoss.valueOf(loss.name()),
                    SnapshotFile.optimizer(optimizer),
                    updates,
                    state);
        }
    }

    private float[] floats(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
