package dev.wavetrain.model.graph;

import static org.nd4j.linalg.indexing.NDArrayIndex.all;
import static org.nd4j.linalg.indexing.NDArrayIndex.interval;

import dev.wavetrain.model.Cell;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * One step of a cell in ND4J's operations, forward and backward, gates in Keras's order. Written
 * from the formulas, apart from the kernels that train, so that each can be held against the other.
 *
 * <p>Arrays: x = inputs W + b and u = h U (+ the second bias) are (B, G H), a state is (B, S).
 * Nothing passed in is modified.
 */
interface CellMath {

    /**
     * A step done.
     *
     * @param state the state after it
     * @param kept what the way back needs
     */
    record Step(INDArray state, INDArray... kept) {}

    /**
     * Gradients by a step's x, by its u, and by the state before it apart from what flows through
     * u.
     */
    record Gradients(INDArray x, INDArray u, INDArray state) {}

    Step forward(INDArray x, INDArray u, INDArray state);

    /**
     * @param dState the loss's gradient by the state after the step
     */
    Gradients backward(Step step, INDArray u, INDArray state, INDArray dState);

    static CellMath of(Cell cell, long units) {
        return switch (cell) {
            case SIMPLE_RNN -> new Simple();
            case LSTM -> new Lstm(units);
            case GRU -> new Gru(units);
        };
    }

    /** h' = tanh(x + u). */
    record Simple() implements CellMath {

        @Override
        public Step forward(INDArray x, INDArray u, INDArray state) {
            return new Step(Transforms.tanh(x.add(u), false));
        }

        @Override
        public Gradients backward(Step step, INDArray u, INDArray state, INDArray dState) {
            INDArray d = dState.mul(slopeOfTanh(step.state));
            return new Gradients(d, d, Nd4j.zerosLike(state));
        }
    }

    /** c' = f c + i g, h' = o tanh(c'), where i, f, o = sigmoid and g = tanh of x + u. */
    record Lstm(long units) implements CellMath {

        @Override
        public Step forward(INDArray x, INDArray u, INDArray state) {
            INDArray sums = x.add(u);
            INDArray i = Transforms.sigmoid(block(sums, 0, units), true);
            INDArray f = Transforms.sigmoid(block(sums, 1, units), true);
            INDArray g = Transforms.tanh(block(sums, 2, units), true);
            INDArray o = Transforms.sigmoid(block(sums, 3, units), true);
            INDArray c = f.mul(block(state, 1, units)).addi(i.mul(g));
            INDArray tanhC = Transforms.tanh(c, true);
            return new Step(Nd4j.concat(1, o.mul(tanhC), c), i, f, g, o, tanhC);
        }

        @Override
        public Gradients backward(Step step, INDArray u, INDArray state, INDArray dState) {
            INDArray i = step.kept[0];
            INDArray f = step.kept[1];
            INDArray g = step.kept[2];
            INDArray o = step.kept[3];
            INDArray tanhC = step.kept[4];
            INDArray dh = block(dState, 0, units);
            INDArray dc = dh.mul(o).muli(slopeOfTanh(tanhC)).addi(block(dState, 1, units));
            INDArray d =
                    Nd4j.concat(
                            1,
                            dc.mul(g).muli(slopeOfSigmoid(i)),
                            dc.mul(block(state, 1, units)).muli(slopeOfSigmoid(f)),
                            dc.mul(i).muli(slopeOfTanh(g)),
                            dh.mul(tanhC).muli(slopeOfSigmoid(o)));
            return new Gradients(d, d, Nd4j.concat(1, Nd4j.zerosLike(dc), dc.mul(f)));
        }
    }

    /** h' = z h + (1 - z) g, where z, r = sigmoid(x + u) and g = tanh(x + r u). */
    record Gru(long units) implements CellMath {

        @Override
        public Step forward(INDArray x, INDArray u, INDArray state) {
            INDArray sums = x.add(u);
            INDArray z = Transforms.sigmoid(block(sums, 0, units), true);
            INDArray r = Transforms.sigmoid(block(sums, 1, units), true);
            INDArray g = Transforms.tanh(r.mul(block(u, 2, units)).addi(block(x, 2, units)), false);
            return new Step(state.sub(g).muli(z).addi(g), z, r, g);
        }

        @Override
        public Gradients backward(Step step, INDArray u, INDArray state, INDArray dState) {
            INDArray z = step.kept[0];
            INDArray r = step.kept[1];
            INDArray g = step.kept[2];
            INDArray dz = state.sub(g).muli(dState).muli(slopeOfSigmoid(z));
            INDArray dg = z.rsub(1).muli(dState).muli(slopeOfTanh(g));
            INDArray dr = dg.mul(block(u, 2, units)).muli(slopeOfSigmoid(r));
            return new Gradients(
                    Nd4j.concat(1, dz, dr, dg), Nd4j.concat(1, dz, dr, dg.mul(r)), dState.mul(z));
        }
    }

    /** Columns of the k-th block of H, as a view. */
    static INDArray block(INDArray array, long k, long units) {
        return array.get(all(), interval(k * units, (k + 1) * units));
    }

    /** From y = tanh: 1 - y^2. */
    static INDArray slopeOfTanh(INDArray y) {
        return y.mul(y).rsubi(1);
    }

    /** From y = sigmoid: y (1 - y). */
    static INDArray slopeOfSigmoid(INDArray y) {
        return y.rsub(1).muli(y);
    }
}
