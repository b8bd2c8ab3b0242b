package dev.wavetrain.exchange;

import dev.wavetrain.exchange.BadModelFile.Reason;
import dev.wavetrain.model.Block;
import dev.wavetrain.model.Cell;
import dev.wavetrain.model.Head;
import dev.wavetrain.model.Network;
import dev.wavetrain.model.RecurrentLayer;
import dev.wavetrain.model.SavedLoss;
import dev.wavetrain.model.SavedModel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A network of DL4J's as its {@code ModelSerializer} saves it: LSTM or SimpleRnn layers, one on the
 * other, and a dense layer on each step or on the last.
 *
 * <p>Its parameters lie in one vector, layer by layer, each as kernel, recurrent kernel, bias; a
 * matrix column by column; the gates of an LSTM in the order c, f, o, i.
 */
final class Dl4jReader {

    /** Our place of each gate of DL4J's LSTM. */
    private static final int[] LSTM_GATES = {2, 1, 3, 0};

    private static final int[] ONE_GATE = {0};

    private final @Nullable Integer window;
    private final List<Dl4jLayer> recurrent = new ArrayList<>();
    private @Nullable Dl4jLayer dense;
    private boolean last;
    private SavedLoss loss = SavedLoss.MSE;

    /**
     * @param window null for the usual one
     */
    Dl4jReader(@Nullable Integer window) {
        this.window = window;
    }

    ReadModel read(byte[] configuration, byte[] coefficients) {
        JsonNode json = Config.parse(configuration, ZipParts.DL4J_CONFIGURATION);
        for (Dl4jLayer layer : Dl4jLayers.of(json)) {
            take(layer);
        }
        if (recurrent.isEmpty()) {
            throw new BadModelFile(Reason.NO_RECURRENT_LAYER);
        }
        if (dense == null) {
            throw new BadModelFile(Reason.NO_OUTPUT);
        }
        Cell cell = recurrent.getFirst().cell();
        Assembly assembly =
                new Assembly(
                        cell,
                        recurrent.stream().map(Dl4jLayer::outputs).toList(),
                        last ? Head.LAST : Head.SEQUENCE,
                        window == null ? ModelReader.USUAL_WINDOW : window,
                        coefficients.length);
        fill(assembly, Coefficients.read(coefficients, assembly.network().parameterCount()));
        return new ReadModel(ModelFormat.DL4J, saved(assembly), false);
    }

    private void take(Dl4jLayer layer) {
        switch (layer.kind()) {
            case RECURRENT, LAST_OF_RECURRENT -> recurrent(layer);
            case LAST_STEP -> {
                if (last || dense != null || recurrent.isEmpty()) {
                    throw new BadModelFile(Reason.STRUCTURE, layer.name());
                }
                last = true;
            }
            case DENSE -> {
                if (dense != null || recurrent.isEmpty()) {
                    throw new BadModelFile(Reason.STRUCTURE, layer.name());
                }
                layer.requireLinear();
                requireInputs(layer, recurrent.getLast().outputs());
                if (layer.outputs() != 1) {
                    throw new BadModelFile(Reason.OUTPUTS, layer.outputs());
                }
                dense = layer;
                loss = layer.loss();
            }
            case LOSS -> {
                layer.requireLinear();
                loss = layer.loss();
            }
        }
    }

    private void recurrent(Dl4jLayer layer) {
        if (last || dense != null) {
            throw new BadModelFile(Reason.STRUCTURE, layer.name());
        }
        layer.requireUsualCell();
        if (recurrent.isEmpty()) {
            if (layer.inputs() != 1) {
                throw new BadModelFile(Reason.FEATURES, layer.inputs());
            }
        } else {
            requireInputs(layer, recurrent.getLast().outputs());
            Cell below = recurrent.getLast().cell();
            if (below != layer.cell()) {
                throw new BadModelFile(Reason.MIXED, below.kerasName(), layer.cell().kerasName());
            }
        }
        recurrent.add(layer);
        last = layer.kind() == Dl4jLayer.Kind.LAST_OF_RECURRENT;
    }

    private static void requireInputs(Dl4jLayer layer, int below) {
        if (layer.inputs() != below) {
            throw new BadModelFile(Reason.SHAPE, layer.name());
        }
    }

    private void fill(Assembly assembly, float[] values) {
        Network network = assembly.network();
        int at = 0;
        for (int k = 0; k < recurrent.size(); k++) {
            RecurrentLayer layer = network.layers().get(k);
            int[] gates = layer.cell() == Cell.LSTM ? LSTM_GATES : ONE_GATE;
            String name = recurrent.get(k).name();
            for (Block block : List.of(layer.kernel(), layer.recurrentKernel(), layer.bias())) {
                assembly.put(block, matrix(values, at, block, gates), name);
                at += block.size();
            }
        }
        for (Block block : List.of(network.dense().kernel(), network.dense().bias())) {
            assembly.put(block, matrix(values, at, block, ONE_GATE), "dense");
            at += block.size();
        }
    }

    /** Column-major in DL4J's order of gates, to row-major in ours. */
    private static float[] matrix(float[] values, int from, Block block, int[] gates) {
        float[] matrix = new float[block.size()];
        int units = block.columns() / gates.length;
        int next = from;
        for (int column = 0; column < block.columns(); column++) {
            int own = gates[column / units] * units + column % units;
            for (int row = 0; row < block.rows(); row++) {
                matrix[row * block.columns() + own] = values[next++];
            }
        }
        return matrix;
    }

    private SavedModel saved(Assembly assembly) {
        return new SavedModel(
                assembly.network(),
                assembly.parameters(),
                loss,
                recurrent.getFirst().optimizer(),
                0,
                null);
    }
}
