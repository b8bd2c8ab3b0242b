package dev.wavetrain.exchange;

import dev.wavetrain.exchange.BadModelFile.Reason;
import dev.wavetrain.model.Network;
import dev.wavetrain.model.SavedModel;

/** The same weights on windows of another length: a recurrent net has none of its own. */
final class Windows {

    private Windows() {}

    static SavedModel with(SavedModel model, int window) {
        if (window < 1 || window > Assembly.MOST_STEPS) {
            throw new BadModelFile(Reason.WINDOW, window, Assembly.MOST_STEPS);
        }
        Network net = model.network();
        return new SavedModel(
                new Network(
                        net.cell(),
                        net.units(),
                        net.inputs(),
                        net.decoderInputs(),
                        net.outputs(),
                        net.head(),
                        window),
                model.parameters(),
                model.loss(),
                model.optimizer(),
                model.updates(),
                model.optimizerState(),
                model.scales());
    }
}
