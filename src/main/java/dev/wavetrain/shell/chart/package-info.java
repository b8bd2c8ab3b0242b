/** Charts: {@code WaveChart} for whole charts, {@code Sparkline} for table rows. */
@NullMarked
package dev.wavetrain.shell.chart;

import org.jspecify.annotations.NullMarked;
