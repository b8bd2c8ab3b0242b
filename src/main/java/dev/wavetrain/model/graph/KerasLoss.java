package dev.wavetrain.model.graph;

import dev.wavetrain.model.SavedLoss;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Keras's losses that DL4J lacks, for rows (N, O) of labels and outputs.
 *
 * <p>Huber: the mean over O of e^2/2 where |e| &lt;= 1, of |e| - 1/2 beyond. Categorical
 * cross-entropy: outputs y are first divided by their sum s, giving p clipped to [1e-7, 1 - 1e-7];
 * then -sum(t log p), whose gradient through p is 0 where it was clipped.
 */
public final class KerasLoss implements ILossFunction {

    private static final long serialVersionUID = 1;
    private static final double CLIP = 1e-7;

    private SavedLoss kind = SavedLoss.HUBER;
    private double share = 1;

    /** For DL4J, which reads the properties from JSON. */
    KerasLoss() {}

    /**
     * @param share multiplies every loss
     */
    KerasLoss(SavedLoss kind, double share) {
        this.kind = kind;
        this.share = share;
    }

    @Override
    public double computeScore(
            INDArray labels,
            INDArray preOutput,
            IActivation activation,
            @Nullable INDArray mask,
            boolean average) {
        INDArray losses = computeScoreArray(labels, preOutput, activation, mask);
        double sum = losses.sumNumber().doubleValue();
        return average ? sum / losses.length() : sum;
    }

    @Override
    public INDArray computeScoreArray(
            INDArray labels, INDArray preOutput, IActivation activation, @Nullable INDArray mask) {
        INDArray output = activation.getActivation(preOutput.dup(), true);
        INDArray losses = kind == SavedLoss.HUBER ? huber(labels, output) : entropy(labels, output);
        losses.muli(share);
        return mask == null ? losses : losses.muli(mask);
    }

    @Override
    public INDArray computeGradient(
            INDArray labels, INDArray preOutput, IActivation activation, @Nullable INDArray mask) {
        INDArray output = activation.getActivation(preOutput.dup(), true);
        INDArray gradient =
                kind == SavedLoss.HUBER
                        ? huberGradient(labels, output)
                        : entropyGradient(labels, output);
        gradient.muli(share);
        if (mask != null) {
            gradient.muliColumnVector(mask);
        }
        return activation.backprop(preOutput, gradient).getFirst();
    }

    @Override
    public Pair<Double, INDArray> computeGradientAndScore(
            INDArray labels,
            INDArray preOutput,
            IActivation activation,
            @Nullable INDArray mask,
            boolean average) {
        return Pair.of(
                computeScore(labels, preOutput, activation, mask, average),
                computeGradient(labels, preOutput, activation, mask));
    }

    /** With q = min(|e|, 1): q (|e| - q/2) is both branches. */
    private static INDArray huber(INDArray labels, INDArray output) {
        INDArray error = Transforms.abs(output.sub(labels), false);
        INDArray quadratic = Transforms.min(error, 1, true);
        return quadratic.mul(error.sub(quadratic.div(2))).mean(true, 1);
    }

    private static INDArray huberGradient(INDArray labels, INDArray output) {
        INDArray error = output.sub(labels);
        return Transforms.max(Transforms.min(error, 1, true), -1, false).divi(output.size(1));
    }

    private static INDArray entropy(INDArray labels, INDArray output) {
        INDArray shares = clipped(output.divColumnVector(output.sum(true, 1)));
        return Transforms.log(shares, false).muli(labels).sum(true, 1).negi();
    }

    /** With g = -t/p where p was not clipped, else 0: (g - sum(g p)) / s. */
    private static INDArray entropyGradient(INDArray labels, INDArray output) {
        INDArray sum = output.sum(true, 1);
        INDArray shares = output.divColumnVector(sum);
        INDArray inside = shares.eq(clipped(shares)).castTo(output.dataType());
        INDArray g = labels.div(clipped(shares)).negi().muli(inside);
        return g.subColumnVector(g.mul(shares).sum(true, 1)).diviColumnVector(sum);
    }

    private static INDArray clipped(INDArray shares) {
        return Transforms.max(Transforms.min(shares, 1 - CLIP, true), CLIP, false);
    }

    @Override
    public String name() {
        return "Keras " + kind;
    }

    @Override
    public String toString() {
        return name();
    }

    public SavedLoss getKind() {
        return kind;
    }

    void setKind(SavedLoss kind) {
        this.kind = kind;
    }

    /** What every loss is multiplied by. */
    public double getShare() {
        return share;
    }

    void setShare(double share) {
        this.share = share;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KerasLoss that && kind == that.kind && share == that.share;
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, share);
    }
}
