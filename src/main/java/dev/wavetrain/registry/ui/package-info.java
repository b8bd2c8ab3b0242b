/** Named models on screen. */
@NullMarked
package dev.wavetrain.registry.ui;

import org.jspecify.annotations.NullMarked;
