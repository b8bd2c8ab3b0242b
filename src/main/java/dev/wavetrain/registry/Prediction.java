package dev.wavetrain.registry;

/**
 * What a version answers.
 *
 * @param forecast (steps, O), in the data's own units
 */
public record Prediction(NamedModel model, ModelVersion version, double[][] forecast) {}
