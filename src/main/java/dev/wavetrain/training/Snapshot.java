package dev.wavetrain.training;

import java.util.Set;

/**
 * Weights worth keeping.
 *
 * @param epoch after which they are, from 1
 * @param valLoss NaN where there is no validation
 * @param parameters laid out as the run's network says; a copy, never modified afterwards
 * @param resume all that is needed to go on from here; of a BEST snapshot handed over later than
 *     its epoch, the point reached by then
 */
public record Snapshot(
        int epoch,
        double loss,
        double valLoss,
        Set<Label> labels,
        float[] parameters,
        ResumePoint resume) {

    public Snapshot {
        labels = Set.copyOf(labels);
    }
}
