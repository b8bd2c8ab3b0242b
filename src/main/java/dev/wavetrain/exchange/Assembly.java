package dev.wavetrain.exchange;

import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.exchange.BadModelFile.Reason;
import dev.wavetrain.model.Block;
import dev.wavetrain.model.Cell;
import dev.wavetrain.model.Head;
import dev.wavetrain.model.Network;
import dev.wavetrain.model.NetworkDefinition;
import java.util.List;

/** The parameters of a network, put together matrix by matrix. */
final class Assembly {

    /** Steps of a window; beyond it no series is long enough. */
    static final int MOST_STEPS = 100_000;

    private final Network network;
    private final float[] parameters;

    /**
     * @param bytes that hold the weights: a file does not make more memory taken than it has
     */
    Assembly(Cell cell, List<Integer> units, Head head, int window, long bytes) {
        if (units.size() > NetworkDefinition.MOST_LAYERS) {
            throw new BadModelFile(
                    Reason.TOO_MANY_LAYERS, units.size(), NetworkDefinition.MOST_LAYERS);
        }
        if (window < 1 || window > MOST_STEPS) {
            throw new BadModelFile(Reason.WINDOW, window, MOST_STEPS);
        }
        try {
            network =
                    new Network(
                            cell, units, 1, head == Head.ENCODER_DECODER ? 1 : 0, 1, head, window);
        } catch (InvalidValue tooMany) {
            throw new BadModelFile(tooMany, Reason.TOO_MANY_PARAMETERS);
        }
        if (network.parameterCount() > bytes) {
            throw new BadModelFile(Reason.TOO_MANY_PARAMETERS);
        }
        parameters = new float[network.parameterCount()];
    }

    static int units(int units, String layer) {
        if (units < 1 || units > NetworkDefinition.MOST_UNITS) {
            throw new BadModelFile(Reason.TOO_MANY_UNITS, layer, NetworkDefinition.MOST_UNITS);
        }
        return units;
    }

    Network network() {
        return network;
    }

    float[] parameters() {
        return parameters;
    }

    /**
     * @param values (rows, columns), row-major, gates in Keras's order
     * @param name what to call them where they are refused
     */
    void put(Block block, float[] values, String name) {
        if (values.length != block.size()) {
            throw new BadModelFile(Reason.SHAPE, name);
        }
        requireFinite(values, name);
        System.arraycopy(values, 0, parameters, block.offset(), values.length);
    }

    static void requireFinite(float[] values, String name) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new BadModelFile(Reason.NOT_FINITE, name);
            }
        }
    }
}
