package dev.wavetrain.training;

import dev.wavetrain.common.Rules;

/**
 * Which weights are kept.
 *
 * @param best those of the lowest val_loss so far (loss where there is no validation)
 * @param every those of each so many epochs; 0 for none
 * @param last those at the end
 */
public record CheckpointPolicy(boolean best, int every, boolean last) {

    public CheckpointPolicy {
        new Rules().between("every", every, 0, 10_000_000).check();
    }
}
