package dev.wavetrain.model.graph;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Cuts a layer's part of the flat parameters, or of their gradient, into Keras's matrices: W (F, G
 * H), RW (H, G H), b (1 or 2, G H), row-major.
 */
final class RecurrentCellParameters implements ParamInitializer {

    static final RecurrentCellParameters INSTANCE = new RecurrentCellParameters();

    private static final String KERNEL = "W";
    private static final String RECURRENT_KERNEL = "RW";
    private static final String BIAS = "b";

    private static final List<String> KEYS = List.of(KERNEL, RECURRENT_KERNEL, BIAS);

    private RecurrentCellParameters() {}

    @Override
    public long numParams(NeuralNetConfiguration conf) {
        return numParams(conf.getLayer());
    }

    @Override
    public long numParams(Layer layer) {
        RecurrentCell cell = (RecurrentCell) layer;
        long rows = cell.getFeatures() + cell.getUnits() + cell.getCell().biases();
        return rows * columns(cell);
    }

    @Override
    public List<String> paramKeys(Layer layer) {
        return KEYS;
    }

    @Override
    public List<String> weightKeys(Layer layer) {
        return List.of(KERNEL, RECURRENT_KERNEL);
    }

    @Override
    public List<String> biasKeys(Layer layer) {
        return List.of(BIAS);
    }

    @Override
    public boolean isWeightParam(Layer layer, String key) {
        return weightKeys(layer).contains(key);
    }

    @Override
    public boolean isBiasParam(Layer layer, String key) {
        return BIAS.equals(key);
    }

    @Override
    public Map<String, INDArray> init(
            NeuralNetConfiguration conf, INDArray parameters, boolean initialize) {
        RecurrentCell cell = (RecurrentCell) conf.getLayer();
        KEYS.forEach(conf::addVariable);
        Matrices matrices = Matrices.of(cell, parameters);
        if (initialize) {
            start(cell, matrices);
        }
        return matrices.named();
    }

    @Override
    public Map<String, INDArray> getGradientsFromFlattened(
            NeuralNetConfiguration conf, INDArray gradient) {
        return Matrices.of((RecurrentCell) conf.getLayer(), gradient).named();
    }

    /** For graphs that nobody gave parameters: DL4J's own way, biases 0, forget gate 1. */
    private static void start(RecurrentCell cell, Matrices matrices) {
        long units = cell.getUnits();
        for (INDArray matrix : List.of(matrices.kernel, matrices.recurrentKernel)) {
            cell.getWeightInitFn().init(matrix.rows(), units, matrix.shape(), 'c', matrix.ravel());
        }
        matrices.bias.assign(0);
        if (cell.getCell().hasCellState()) {
            CellMath.block(matrices.bias, 1, units).assign(1);
        }
    }

    /** Views of a flat array. */
    record Matrices(INDArray kernel, INDArray recurrentKernel, INDArray bias) {

        static Matrices of(RecurrentCell cell, INDArray flat) {
            INDArray vector = flat.reshape(flat.length());
            long columns = columns(cell);
            long recurrent = cell.getFeatures() * columns;
            long bias = recurrent + cell.getUnits() * columns;
            return new Matrices(
                    view(vector, 0, recurrent, columns),
                    view(vector, recurrent, bias, columns),
                    view(vector, bias, vector.length(), columns));
        }

        private static INDArray view(INDArray vector, long from, long to, long columns) {
            return vector.get(NDArrayIndex.interval(from, to)).reshape('c', -1, columns);
        }

        Map<String, INDArray> named() {
            Map<String, INDArray> table = Collections.synchronizedMap(new LinkedHashMap<>());
            table.put(KERNEL, kernel);
            table.put(RECURRENT_KERNEL, recurrentKernel);
            table.put(BIAS, bias);
            return table;
        }
    }

    private static long columns(RecurrentCell cell) {
        return cell.getCell().gates() * cell.getUnits();
    }
}
