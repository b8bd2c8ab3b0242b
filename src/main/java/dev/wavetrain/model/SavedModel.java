package dev.wavetrain.model;

import dev.wavetrain.sequence.Scales;
import org.jspecify.annotations.Nullable;

/**
 * What the file of a model holds.
 *
 * @param parameters laid out as the network says
 * @param updates steps of the optimiser done
 * @param optimizerState its vectors one after the other, each laid out as the parameters; empty for
 *     one without, null where none was saved
 * @param scales between the data's units and those that the network computes in
 */
public record SavedModel(
        Network network,
        float[] parameters,
        SavedLoss loss,
        SavedOptimizer optimizer,
        int updates,
        float @Nullable [] optimizerState,
        Scales scales) {

    /** One that computes in the data's own units. */
    public SavedModel(
            Network network,
            float[] parameters,
            SavedLoss loss,
            SavedOptimizer optimizer,
            int updates,
            float @Nullable [] optimizerState) {
        this(network, parameters, loss, optimizer, updates, optimizerState, Scales.NONE);
    }

    public SavedModel {
        check("parameters", parameters.length, network.parameterCount());
        if (optimizerState != null) {
            long expected = (long) optimizer.stateVectors() * network.parameterCount();
            check("values of optimiser state", optimizerState.length, expected);
        }
        if (updates < 0) {
            throw new IllegalArgumentException("updates: " + updates);
        }
    }

    private static void check(String what, int found, long expected) {
        if (found != expected) {
            throw new IllegalArgumentException(
                    "%d %s where the network has %d".formatted(found, what, expected));
        }
    }
}
