package dev.wavetrain.model.graph;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;
import static org.nd4j.linalg.indexing.NDArrayIndex.point;

import dev.wavetrain.model.graph.RecurrentCellParameters.Matrices;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.recurrent.BaseRecurrentLayer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.INDArrayIndex;

/**
 * Runs a {@link RecurrentCell} over (B, features, T). Series of different lengths (masks) and
 * truncated backpropagation are refused: no network of ours has them.
 */
final class RecurrentCellLayer extends BaseRecurrentLayer<RecurrentCell> {

    private static final String STATE = "state";

    RecurrentCellLayer(NeuralNetConfiguration conf, DataType type) {
        super(conf, type);
    }

    /** A step's operands, as the way back needs them. Arrays (B, F), (B, G H), (B, S). */
    private record Done(INDArray input, INDArray u, INDArray before, CellMath.Step step) {}

    @Override
    public INDArray activate(boolean training, LayerWorkspaceMgr workspaces) {
        assertInputSet(false);
        return outputs(run(startState(null)), workspaces);
    }

    @Override
    public INDArray rnnTimeStep(INDArray input, LayerWorkspaceMgr workspaces) {
        setInput(input, workspaces);
        List<Done> steps = run(startState(stateMap.get(STATE)));
        try (MemoryWorkspace outside = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces()) {
            stateMap.put(STATE, steps.getLast().step.state().dup());
        }
        return outputs(steps, workspaces);
    }

    @Override
    public Pair<Gradient, INDArray> backpropGradient(
            INDArray epsilon, LayerWorkspaceMgr workspaces) {
        assertInputSet(true);
        List<Done> steps = run(startState(null));
        INDArray inputGradient =
                workspaces.create(ArrayType.ACTIVATION_GRAD, dataType, input.shape(), 'f');
        INDArray dState = backward(steps, epsilon, inputGradient);
        if (layerConf().isStateIn()) {
            inputGradient.get(all(), stateFeatures(), point(0)).assign(dState);
        }
        Gradient gradient = new DefaultGradient(gradientsFlattened);
        gradient.gradientForVariable().putAll(gradientViews);
        return new Pair<>(gradient, inputGradient);
    }

    private List<Done> run(INDArray start) {
        if (maskArray != null) {
            throw new UnsupportedOperationException("masks in " + layerId());
        }
        Matrices parameters = Matrices.of(layerConf(), paramsFlattened);
        INDArray bias = parameters.bias();
        CellMath cell = CellMath.of(layerConf().getCell(), layerConf().getUnits());
        List<Done> steps = new ArrayList<>();
        INDArray state = start;
        for (long t = 0; t < input.size(2); t++) {
            INDArray at = input.get(all(), interval(0, layerConf().getFeatures()), point(t)).dup();
            INDArray x = at.mmul(parameters.kernel()).addiRowVector(bias.getRow(0));
            INDArray u = output(state).mmul(parameters.recurrentKernel());
            if (bias.rows() > 1) {
                u.addiRowVector(bias.getRow(1));
            }
            CellMath.Step step = cell.forward(x, u, state);
            steps.add(new Done(at, u, state, step));
            state = step.state();
        }
        return steps;
    }

    /** Fills the gradient views and the features' part of inputGradient; returns dL/d(start). */
    private INDArray backward(List<Done> steps, INDArray epsilon, INDArray inputGradient) {
        gradientsFlattened.assign(0);
        Matrices parameters = Matrices.of(layerConf(), paramsFlattened);
        Matrices gradient = Matrices.of(layerConf(), gradientsFlattened);
        CellMath cell = CellMath.of(layerConf().getCell(), layerConf().getUnits());
        INDArray dState = zeroState();
        for (int t = steps.size() - 1; t >= 0; t--) {
            Done done = steps.get(t);
            INDArray given = epsilon.get(all(), all(), point(t));
            dState.get(all(), interval(0, given.size(1))).addi(given);
            CellMath.Gradients d = cell.backward(done.step, done.u, done.before, dState);
            add(gradient, done, d);
            inputGradient
                    .get(all(), interval(0, layerConf().getFeatures()), point(t))
                    .assign(d.x().mmul(parameters.kernel().transpose()));
            dState = d.state();
            output(dState).addi(d.u().mmul(parameters.recurrentKernel().transpose()));
        }
        return dState;
    }

    private void add(Matrices gradient, Done done, CellMath.Gradients d) {
        gradient.kernel().addi(done.input.transpose().mmul(d.x()));
        gradient.recurrentKernel().addi(output(done.before).transpose().mmul(d.u()));
        gradient.bias().getRow(0).addi(d.x().sum(0));
        if (gradient.bias().rows() > 1) {
            gradient.bias().getRow(1).addi(d.u().sum(0));
        }
    }

    private INDArray outputs(List<Done> steps, LayerWorkspaceMgr workspaces) {
        long width = layerConf().getNOut();
        INDArray outputs =
                workspaces.createUninitialized(
                        ArrayType.ACTIVATIONS,
                        dataType,
                        new long[] {input.size(0), width, steps.size()},
                        'f');
        for (int t = 0; t < steps.size(); t++) {
            outputs.get(all(), all(), point(t))
                    .assign(steps.get(t).step.state().get(all(), interval(0, width)));
        }
        return outputs;
    }

    /** The state kept from an earlier call, else what comes with the input, else zero. */
    private INDArray startState(@Nullable INDArray kept) {
        if (kept != null) {
            return kept;
        }
        return layerConf().isStateIn()
                ? input.get(all(), stateFeatures(), point(0)).dup()
                : zeroState();
    }

    private INDArrayIndex stateFeatures() {
        long features = layerConf().getFeatures();
        return interval(features, features + layerConf().stateSize());
    }

    private INDArray zeroState() {
        return Nd4j.zeros(dataType, input.size(0), layerConf().stateSize());
    }

    /** h of a state, as a view. */
    private INDArray output(INDArray state) {
        return state.get(all(), interval(0, layerConf().getUnits()));
    }

    @Override
    public boolean isPretrainLayer() {
        return false;
    }

    @Override
    public INDArray rnnActivateUsingStoredState(
            INDArray input, boolean training, boolean store, LayerWorkspaceMgr workspaces) {
        throw truncated();
    }

    @Override
    public Pair<Gradient, INDArray> tbpttBackpropGradient(
            INDArray epsilon, int length, LayerWorkspaceMgr workspaces) {
        throw truncated();
    }

    private UnsupportedOperationException truncated() {
        return new UnsupportedOperationException("truncated backpropagation in " + layerId());
    }
}
