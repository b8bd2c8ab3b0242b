package dev.wavetrain.experiments;

import dev.wavetrain.model.NetworkDefinition;
import dev.wavetrain.sequence.SequenceDefinition;
import dev.wavetrain.training.TrainingDefinition;

/**
 * All that makes a run: given the same seed on the same machine, equal definitions train to equal
 * weights.
 */
public record Definition(
        SequenceDefinition sequence, NetworkDefinition network, TrainingDefinition training) {}
