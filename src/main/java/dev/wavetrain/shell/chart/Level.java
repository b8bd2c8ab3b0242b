package dev.wavetrain.shell.chart;

/**
 * A horizontal line in a chart: something to beat. It never stretches the axis far: out of its
 * reach only the label is shown, at the edge.
 *
 * @param y where it lies, in the units of the axis
 * @param label what it is, in a word or two of the reader's language; its value is added
 */
public record Level(double y, String label, boolean dashed) {}
