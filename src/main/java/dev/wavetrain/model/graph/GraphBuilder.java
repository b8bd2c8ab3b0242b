package dev.wavetrain.model.graph;

import dev.wavetrain.model.Cell;
import dev.wavetrain.model.DenseLayer;
import dev.wavetrain.model.Head;
import dev.wavetrain.model.Network;
import dev.wavetrain.model.RecurrentLayer;
import dev.wavetrain.model.SavedLoss;
import dev.wavetrain.model.SavedModel;
import dev.wavetrain.model.SavedOptimizer;
import dev.wavetrain.model.kernel.Blas;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.SubsetVertex;
import org.deeplearning4j.nn.conf.graph.rnn.DuplicateToTimeSeriesVertex;
import org.deeplearning4j.nn.conf.graph.rnn.LastTimeStepVertex;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Builds the DL4J graph of a network: stock layers where they compute what Keras does, ours for the
 * GRU and wherever a state is handed over. Arrays are (B, features, T), DL4J's NCW.
 */
public final class GraphBuilder {

    /** Name of the graph's input. */
    public static final String INPUT = "input";

    /** Name of the decoder's input: the target delayed by one step. */
    public static final String DECODER_INPUT = "decoder_input";

    static {
        // Before ND4J loads OpenBLAS, which reads only once how to compute: a run that resumes in a
        // new process would round otherwise than before.
        Blas.processor();
    }

    private final Network network;
    private final ComputationGraphConfiguration.GraphBuilder graph;

    private GraphBuilder(Network network, SavedOptimizer optimizer) {
        this.network = network;
        this.graph =
                new NeuralNetConfiguration.Builder()
                        .seed(0)
                        .dataType(DataType.FLOAT)
                        .updater(LossAndUpdater.updater(optimizer))
                        .graphBuilder();
    }

    /** Whether the graph is made of DL4J's own layers alone. */
    static boolean usesStockLayers(Network network) {
        return network.cell() != Cell.GRU && !network.hasDecoder();
    }

    /** The graph of a model, holding its parameters, optimiser state and count of updates. */
    public static ComputationGraph build(SavedModel model) {
        ComputationGraphConfiguration configuration =
                configuration(model.network(), model.loss(), model.optimizer());
        configuration.setIterationCount(model.updates());
        ComputationGraph graph = new ComputationGraph(configuration);
        graph.init(
                Nd4j.createFromArray(GraphParameters.toGraph(model.network(), model.parameters())),
                false);
        float[] state = model.optimizerState();
        if (state != null && state.length > 0) {
            graph.getUpdater()
                    .setStateViewArray(
                            Nd4j.createFromArray(GraphParameters.toGraph(model.network(), state)));
        }
        return graph;
    }

    /** The parameters of a graph, laid out as the network says. */
    public static float[] parameters(Network network, ComputationGraph graph) {
        return GraphParameters.fromGraph(network, graph.params().toFloatVector());
    }

    /** The graph's configuration: everything but the numbers. */
    public static ComputationGraphConfiguration configuration(
            Network network, SavedLoss loss, SavedOptimizer optimizer) {
        GraphBuilder builder = new GraphBuilder(network, optimizer);
        String top = network.hasDecoder() ? builder.encoderDecoder() : builder.stack();
        builder.dense(top, loss);
        ComputationGraphConfiguration configuration = builder.graph.build();
        // Each vertex was added after its inputs. Saying so fixes the order of the parameters.
        List<String> order =
                Stream.concat(
                                configuration.getNetworkInputs().stream(),
                                configuration.getVertices().keySet().stream())
                        .toList();
        configuration.setTopologicalOrder(IntStream.range(0, order.size()).toArray());
        configuration.setTopologicalOrderStr(order);
        return configuration;
    }

    private String stack() {
        graph.addInputs(INPUT);
        String below = INPUT;
        for (RecurrentLayer layer : network.layers()) {
            graph.addLayer(layer.name(), conf(layer), below);
            below = layer.name();
        }
        if (network.head() == Head.LAST) {
            graph.addVertex("last", new LastTimeStepVertex(INPUT), below);
            return "last";
        }
        return below;
    }

    /**
     * Each encoder layer gives its whole state at each step; its last one is repeated beside the
     * input of the decoder layer of the same height, which starts from it.
     */
    private String encoderDecoder() {
        graph.addInputs(INPUT, DECODER_INPUT);
        String below = INPUT;
        for (RecurrentLayer layer : network.layers()) {
            graph.addLayer(layer.name(), RecurrentCell.givingItsState(layer), below);
            graph.addVertex(state(layer), new LastTimeStepVertex(INPUT), layer.name());
            below = layer.name();
            if (layer.cell().hasCellState() && !layer.equals(network.layers().getLast())) {
                below = layer.name() + "_h";
                graph.addVertex(below, new SubsetVertex(0, layer.units() - 1), layer.name());
            }
        }
        below = DECODER_INPUT;
        for (int k = 0; k < network.decoderLayers().size(); k++) {
            RecurrentLayer layer = network.decoderLayers().get(k);
            String repeated = state(layer);
            graph.addVertex(
                    repeated,
                    new DuplicateToTimeSeriesVertex(DECODER_INPUT),
                    state(network.layers().get(k)));
            String both = layer.name() + "_input";
            graph.addVertex(both, new MergeVertex(), below, repeated);
            graph.addLayer(layer.name(), RecurrentCell.startingFromItsInput(layer), both);
            below = layer.name();
        }
        return below;
    }

    private static String state(RecurrentLayer layer) {
        return layer.name() + "_state";
    }

    private static BaseRecurrentLayer conf(RecurrentLayer layer) {
        return switch (layer.cell()) {
            case SIMPLE_RNN ->
                    new SimpleRnn.Builder()
                            .nIn(layer.inputs())
                            .nOut(layer.units())
                            .activation(Activation.TANH)
                            .dataFormat(RNNFormat.NCW)
                            .build();
            case LSTM ->
                    new LSTM.Builder()
                            .nIn(layer.inputs())
                            .nOut(layer.units())
                            .activation(Activation.TANH)
                            .gateActivationFunction(Activation.SIGMOID)
                            .dataFormat(RNNFormat.NCW)
                            .build();
            case GRU -> RecurrentCell.plain(layer);
        };
    }

    private void dense(String below, SavedLoss loss) {
        DenseLayer dense = network.dense();
        if (network.head() == Head.LAST) {
            graph.addLayer(
                    dense.name(),
                    new OutputLayer.Builder(LossAndUpdater.loss(network, loss))
                            .nIn(dense.inputs())
                            .nOut(dense.outputs())
                            .activation(Activation.IDENTITY)
                            .build(),
                    below);
        } else {
            graph.addLayer(
                    dense.name(),
                    new RnnOutputLayer.Builder(LossAndUpdater.loss(network, loss))
                            .nIn(dense.inputs())
                            .nOut(dense.outputs())
                            .activation(Activation.IDENTITY)
                            .dataFormat(RNNFormat.NCW)
                            .build(),
                    below);
        }
        graph.setOutputs(dense.name());
    }
}
