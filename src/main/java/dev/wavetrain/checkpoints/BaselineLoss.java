package dev.wavetrain.checkpoints;

import org.jspecify.annotations.Nullable;

/**
 * The loss of predicting without a net.
 *
 * @param loss over the training samples
 * @param valLoss over the validation samples; null where nothing validates
 */
public record BaselineLoss(Baseline.Kind kind, double loss, @Nullable Double valLoss) {}
