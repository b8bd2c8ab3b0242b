package dev.wavetrain.exchange;

import dev.wavetrain.model.Block;
import dev.wavetrain.model.Cell;
import dev.wavetrain.model.RecurrentLayer;
import java.util.Arrays;

/**
 * A recurrent layer's matrices as ONNX wants them: transposed, with the gates of an LSTM in the
 * order i, o, f, c and those of a GRU z, r, h as here; a bias for each of both products.
 */
final class OnnxWeights {

    /** Our place of each gate of ONNX's LSTM. */
    private static final int[] LSTM_GATES = {0, 3, 1, 2};

    private final RecurrentLayer layer;
    private final float[] parameters;

    OnnxWeights(RecurrentLayer layer, float[] parameters) {
        this.layer = layer;
        this.parameters = parameters;
    }

    /** (G H, F). */
    float[] kernel() {
        return transposed(layer.kernel());
    }

    /** (G H, H). */
    float[] recurrentKernel() {
        return transposed(layer.recurrentKernel());
    }

    /** (2 G H): of the input's product, then of the recurrent one, which only a GRU has. */
    float[] biases() {
        float[] biases = new float[2 * layer.bias().columns()];
        Block bias = layer.bias();
        for (int row = 0; row < bias.rows(); row++) {
            for (int column = 0; column < bias.columns(); column++) {
                biases[row * bias.columns() + column] =
                        parameters[bias.offset() + row * bias.columns() + own(column)];
            }
        }
        return biases;
    }

    /** As it is. */
    static float[] of(float[] parameters, Block block) {
        return Arrays.copyOfRange(parameters, block.offset(), block.end());
    }

    private float[] transposed(Block block) {
        float[] result = new float[block.size()];
        for (int column = 0; column < block.columns(); column++) {
            for (int row = 0; row < block.rows(); row++) {
                result[column * block.rows() + row] =
                        parameters[block.offset() + row * block.columns() + own(column)];
            }
        }
        return result;
    }

    /** Our column of one of ONNX's. */
    private int own(int column) {
        return layer.cell() == Cell.LSTM
                ? LSTM_GATES[column / layer.units()] * layer.units() + column % layer.units()
                : column;
    }
}
