package dev.wavetrain.checkpoints;

/**
 * One stretch of a forecast.
 *
 * @param truth NaN where it is unknown
 * @param predicted as many as {@code x}
 */
public record Segment(double[] x, double[] truth, double[] predicted) {}
