package dev.wavetrain.model.graph;

import dev.wavetrain.model.Block;
import dev.wavetrain.model.Cell;
import dev.wavetrain.model.Network;
import dev.wavetrain.model.RecurrentLayer;
import java.util.ArrayList;
import java.util.List;

/**
 * Reorders flat parameters between the layout of a {@link Network} and that of its graph, which has
 * the same layers in the same order, each as kernel, recurrent kernel, bias. Within a matrix of a
 * stock layer the graph is column-major, and an LSTM's gates are c, f, o, i instead of i, f, c, o.
 * Our own layers are as the network's: row-major, gates in Keras's order.
 */
public final class GraphParameters {

    /** Our place of each gate of DL4J's LSTM. */
    private static final int[] LSTM_GATES = {2, 1, 3, 0};

    private static final int[] ONE_GATE = {0};

    private final Network network;
    private final float[] from;
    private final float[] to;
    private final boolean toGraph;

    /** Index in the graph's order of what is moved next. */
    private int inGraph;

    private GraphParameters(Network network, float[] from, boolean toGraph) {
        if (from.length % network.parameterCount() != 0) {
            throw new IllegalArgumentException(
                    "%d values for a network of %d"
                            .formatted(from.length, network.parameterCount()));
        }
        this.network = network;
        this.from = from;
        this.to = new float[from.length];
        this.toGraph = toGraph;
    }

    /**
     * @param values one or more vectors as long as the parameters, one after the other; not
     *     modified
     */
    public static float[] toGraph(Network network, float[] values) {
        return new GraphParameters(network, values, true).reordered();
    }

    /** The inverse of {@link #toGraph}. */
    public static float[] fromGraph(Network network, float[] values) {
        return new GraphParameters(network, values, false).reordered();
    }

    private float[] reordered() {
        boolean stock = GraphBuilder.usesStockLayers(network);
        List<RecurrentLayer> layers = new ArrayList<>(network.layers());
        layers.addAll(network.decoderLayers());
        for (int start = 0; start < from.length; start += network.parameterCount()) {
            for (RecurrentLayer layer : layers) {
                for (Block block : List.of(layer.kernel(), layer.recurrentKernel(), layer.bias())) {
                    if (stock) {
                        transpose(block, layer.cell() == Cell.LSTM ? LSTM_GATES : ONE_GATE, start);
                    } else {
                        copy(block, start);
                    }
                }
            }
            transpose(network.dense().kernel(), ONE_GATE, start);
            transpose(network.dense().bias(), ONE_GATE, start);
        }
        return to;
    }

    /** The next block of the graph, between (rows, gates * H) row-major and column-major. */
    private void transpose(Block block, int[] gates, int start) {
        int own = start + block.offset();
        int units = block.columns() / gates.length;
        for (int column = 0; column < block.columns(); column++) {
            int ownColumn = gates[column / units] * units + column % units;
            for (int row = 0; row < block.rows(); row++) {
                move(own + row * block.columns() + ownColumn, inGraph++);
            }
        }
    }

    /** The next block of the graph, the same in both. */
    private void copy(Block block, int start) {
        int own = start + block.offset();
        for (int i = 0; i < block.size(); i++) {
            move(own + i, inGraph++);
        }
    }

    private void move(int own, int graph) {
        to[toGraph ? graph : own] = from[toGraph ? own : graph];
    }
}
