package dev.wavetrain.exchange;

import dev.wavetrain.model.SavedModel;

/**
 * A model as it was found in a file: one feature in, one out, in the data's own units.
 *
 * @param ownWindow whether the file itself says how many steps a window has
 */
public record ReadModel(ModelFormat format, SavedModel model, boolean ownWindow) {}
