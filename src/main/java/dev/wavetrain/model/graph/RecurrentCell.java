package dev.wavetrain.model.graph;

import dev.wavetrain.model.Cell;
import dev.wavetrain.model.RecurrentLayer;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.ParamInitializer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.nn.weights.WeightInitXavier;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * DL4J's configuration of a recurrent layer of ours: Keras's cell, which may give its whole state
 * at every step, or start from a state that comes with its input. Its name and properties are
 * written to every file of such a network.
 *
 * <p>A state is h, or for an LSTM h and then c: S features.
 */
public final class RecurrentCell extends BaseRecurrentLayer {

    private Cell cell = Cell.SIMPLE_RNN;
    private long features;
    private long units;
    private boolean statesOut;
    private boolean stateIn;

    /** For DL4J, which reads the properties from JSON. */
    RecurrentCell() {}

    private RecurrentCell(RecurrentLayer layer, boolean statesOut, boolean stateIn) {
        this.cell = layer.cell();
        this.features = layer.inputs();
        this.units = layer.units();
        this.statesOut = statesOut;
        this.stateIn = stateIn;
        setNIn(stateIn ? features + stateSize() : features);
        setNOut(statesOut ? stateSize() : units);
        setRnnDataFormat(RNNFormat.NCW);
        setActivationFn(new ActivationTanH());
        setWeightInitFn(new WeightInitXavier());
    }

    /** (B, F, T) to (B, H, T), from a zero state. */
    static RecurrentCell plain(RecurrentLayer layer) {
        return new RecurrentCell(layer, false, false);
    }

    /** (B, F, T) to (B, S, T): the state after each step, from a zero state. */
    static RecurrentCell givingItsState(RecurrentLayer layer) {
        return new RecurrentCell(layer, true, false);
    }

    /** (B, F + S, T) to (B, H, T): the S features of the first step are the state to start from. */
    static RecurrentCell startingFromItsInput(RecurrentLayer layer) {
        return new RecurrentCell(layer, false, true);
    }

    /** S. */
    long stateSize() {
        return cell.hasCellState() ? 2 * units : units;
    }

    @Override
    public Layer instantiate(
            NeuralNetConfiguration conf,
            @Nullable Collection<TrainingListener> listeners,
            int index,
            INDArray parameters,
            boolean initialize,
            DataType type) {
        RecurrentCellLayer layer = new RecurrentCellLayer(conf, type);
        layer.setListeners(listeners);
        layer.setIndex(index);
        layer.setParamsViewArray(parameters);
        Map<String, INDArray> table = initializer().init(conf, parameters, initialize);
        layer.setParamTable(table);
        layer.setConf(conf);
        return layer;
    }

    @Override
    public ParamInitializer initializer() {
        return RecurrentCellParameters.INSTANCE;
    }

    /** What training one example keeps: the gates and states of every step. */
    @Override
    public LayerMemoryReport getMemoryReport(InputType type) {
        long steps = Math.max(1, ((InputType.InputTypeRecurrent) type).getTimeSeriesLength());
        long parameters = initializer().numParams(this);
        long kept = steps * (cell.gates() * units + stateSize());
        return new LayerMemoryReport.Builder(
                        getLayerName(), RecurrentCell.class, type, getOutputType(0, type))
                .standardMemory(parameters, parameters)
                .workingMemory(0, 0, 0, kept)
                .cacheMemory(MemoryReport.CACHE_MODE_ALL_ZEROS, MemoryReport.CACHE_MODE_ALL_ZEROS)
                .build();
    }

    public Cell getCell() {
        return cell;
    }

    void setCell(Cell cell) {
        this.cell = cell;
    }

    /** F. */
    public long getFeatures() {
        return features;
    }

    void setFeatures(long features) {
        this.features = features;
    }

    /** H. */
    public long getUnits() {
        return units;
    }

    void setUnits(long units) {
        this.units = units;
    }

    public boolean isStatesOut() {
        return statesOut;
    }

    void setStatesOut(boolean statesOut) {
        this.statesOut = statesOut;
    }

    public boolean isStateIn() {
        return stateIn;
    }

    void setStateIn(boolean stateIn) {
        this.stateIn = stateIn;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RecurrentCell that
                && super.equals(other)
                && cell == that.cell
                && features == that.features
                && units == that.units
                && statesOut == that.statesOut
                && stateIn == that.stateIn;
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), cell, features, units, statesOut, stateIn);
    }
}
