/**
 * Charts: {@code WaveChart} for lines, {@code WavePlot} for things by their values, {@code
 * Sparkline} for table rows.
 */
@NullMarked
package dev.wavetrain.shell.chart;

import org.jspecify.annotations.NullMarked;
