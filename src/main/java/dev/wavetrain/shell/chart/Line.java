package dev.wavetrain.shell.chart;

/**
 * A line of a chart.
 *
 * @param key names the line to {@link WaveChart}; unique in its chart
 * @param name what the legend and the hover call it, in the reader's language
 */
public record Line(String key, String name, LineStyle style) {}
