package dev.wavetrain.shell.chart;

/**
 * A vertical line in a chart: where the validation data begin, the best epoch.
 *
 * @param x where it stands
 * @param label a word or two in the reader's language
 */
public record Marker(double x, String label) {}
