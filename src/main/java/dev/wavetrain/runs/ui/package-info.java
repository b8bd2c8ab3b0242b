/** Runs on screen. What other features show of forecasts is public here. */
@NamedInterface("ui")
@NullMarked
package dev.wavetrain.runs.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
