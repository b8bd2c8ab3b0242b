package dev.wavetrain.model.graph;

import dev.wavetrain.model.Block;
import dev.wavetrain.model.Cell;
import dev.wavetrain.model.Network;
import dev.wavetrain.model.RecurrentLayer;

/**
 * Reorders flat parameters between Keras's order, in which a {@link Network} keeps them, and the
 * order of its graph. The blocks come in the same sequence at the same offsets; within a block of a
 * stock layer the graph is column-major, and an LSTM's gates are c, f, o, i instead of i, f, c, o.
 * Our own layers keep Keras's order.
 */
public final class GraphParameters {

    /** Keras's place of each gate of DL4J's LSTM. */
    private static final int[] LSTM_GATES = {2, 1, 3, 0};

    private static final int[] ONE_GATE = {0};

    private final Network network;
    private final float[] from;
    private final float[] to;
    private final boolean toGraph;

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
        int length = network.parameterCount();
        for (int start = 0; start < from.length; start += length) {
            for (RecurrentLayer layer : network.layers()) {
                reorder(layer, start);
            }
            for (RecurrentLayer layer : network.decoderLayers()) {
                reorder(layer, start);
            }
            transpose(network.dense().kernel(), ONE_GATE, start);
            transpose(network.dense().bias(), ONE_GATE, start);
        }
        return to;
    }

    private void reorder(RecurrentLayer layer, int start) {
        if (GraphBuilder.usesStockLayers(network)) {
            int[] gates = layer.cell() == Cell.LSTM ? LSTM_GATES : ONE_GATE;
            transpose(layer.kernel(), gates, start);
            transpose(layer.recurrentKernel(), gates, start);
            transpose(layer.bias(), gates, start);
        } else {
            int offset = start + layer.kernel().offset();
            System.arraycopy(from, offset, to, offset, layer.parameters());
        }
    }

    /** Between Keras's (rows, gates * H) row-major and the graph's column-major. */
    private void transpose(Block block, int[] gates, int start) {
        int offset = start + block.offset();
        int units = block.columns() / gates.length;
        for (int column = 0; column < block.columns(); column++) {
            int kerasColumn = gates[column / units] * units + column % units;
            for (int row = 0; row < block.rows(); row++) {
                int graph = offset + column * block.rows() + row;
                int keras = offset + row * block.columns() + kerasColumn;
                to[toGraph ? graph : keras] = from[toGraph ? keras : graph];
            }
        }
    }
}
