package dev.wavetrain.experiments;

import dev.wavetrain.model.NetworkDefinition;
import dev.wavetrain.sequence.SequenceDefinition;
import dev.wavetrain.training.TrainingDefinition;

/**
 * All that makes a run: given the same seed on the same machine, equal definitions train to equal
 * weights.
 */
public record Definition(
        SequenceDefinition sequence, NetworkDefinition network, TrainingDefinition training) {

    /**
     * Whether both learn the same data with the same loss over the same samples: otherwise their
     * losses are different things.
     */
    public boolean sameTask(Definition other) {
        return sequence.equals(other.sequence)
                && training.loss() == other.training.loss()
                && training.validationSplit() == other.training.validationSplit();
    }
}
