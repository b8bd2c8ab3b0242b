/** Runs on screen. */
@NullMarked
package dev.wavetrain.runs.ui;

import org.jspecify.annotations.NullMarked;
