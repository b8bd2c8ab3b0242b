package dev.wavetrain.exchange;

import dev.wavetrain.exchange.BadModelFile.Reason;
import dev.wavetrain.model.Block;
import dev.wavetrain.model.Network;
import dev.wavetrain.model.SavedModel;
import dev.wavetrain.sequence.Scale;
import dev.wavetrain.sequence.Scales;

/**
 * A model that reads and predicts the data's own units. What scales do is linear, as are the first
 * product and the dense layer: so the weights take them in, to the rounding of a float.
 *
 * <pre>
 * ((x - o) / s) W + b = x (W / s) + (b - (o / s) W)        (h V + c) S + O = h (V S) + (c S + O)
 * </pre>
 */
final class Unscaled {

    private Unscaled() {}

    /**
     * @return the same where it has no scales; else without the optimiser's state, which belongs to
     *     the weights as they were
     * @throws BadModelFile of a decoder, whose first input is 0 in units of its own
     */
    static SavedModel of(SavedModel model) {
        if (model.scales().isNone()) {
            return model;
        }
        Network network = model.network();
        if (network.hasDecoder()) {
            throw new BadModelFile(Reason.SCALED);
        }
        float[] parameters = model.parameters().clone();
        input(
                parameters,
                network.layers().getFirst().kernel(),
                network.layers().getFirst().bias(),
                model.scales().input());
        output(parameters, network, model.scales().target());
        return new SavedModel(
                network, parameters, model.loss(), model.optimizer(), 0, null, Scales.NONE);
    }

    private static void input(float[] parameters, Block kernel, Block bias, Scale scale) {
        for (int column = 0; column < kernel.columns(); column++) {
            double shift = 0;
            for (int row = 0; row < kernel.rows(); row++) {
                int at = kernel.offset() + row * kernel.columns() + column;
                double scaled = parameters[at] / scale.size();
                shift += scaled * scale.offset();
                parameters[at] = (float) scaled;
            }
            parameters[bias.offset() + column] -= (float) shift;
        }
    }

    private static void output(float[] parameters, Network network, Scale scale) {
        Block kernel = network.dense().kernel();
        for (int at = kernel.offset(); at < kernel.end(); at++) {
            parameters[at] = (float) (parameters[at] * scale.size());
        }
        Block bias = network.dense().bias();
        for (int at = bias.offset(); at < bias.end(); at++) {
            parameters[at] = (float) scale.out(parameters[at]);
        }
    }
}
