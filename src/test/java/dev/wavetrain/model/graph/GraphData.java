package dev.wavetrain.model.graph;

import dev.wavetrain.model.Network;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Windows as a graph reads them. */
public final class GraphData {

    private GraphData() {}

    /**
     * @param inputs (B, T, F)
     * @param decoderInputs (B, T, D), null without a decoder
     * @param targets (B, T or 1, O)
     */
    public static MultiDataSet of(
            Network network,
            int batch,
            float[] inputs,
            float @Nullable [] decoderInputs,
            float[] targets) {
        INDArray input = channelsFirst(inputs, batch, network.window());
        return new MultiDataSet(
                decoderInputs == null
                        ? new INDArray[] {input}
                        : new INDArray[] {
                            input, channelsFirst(decoderInputs, batch, network.window())
                        },
                new INDArray[] {outputs(network, batch, targets)});
    }

    /** Of (B, T, O): (B, O, T), or (B, O) where there is one step alone. */
    public static INDArray outputs(Network network, int batch, float[] values) {
        INDArray outputs = channelsFirst(values, batch, network.targetSteps());
        return network.head() == dev.wavetrain.model.Head.LAST
                ? outputs.reshape(batch, network.outputs())
                : outputs;
    }

    private static INDArray channelsFirst(float[] values, int batch, int steps) {
        return Nd4j.createFromArray(values)
                .reshape(batch, steps, values.length / batch / steps)
                .permute(0, 2, 1)
                .dup('c');
    }
}
