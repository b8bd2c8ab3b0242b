/** Talk on screen. */
@NullMarked
package dev.wavetrain.talking.ui;

import org.jspecify.annotations.NullMarked;
