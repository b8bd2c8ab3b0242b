/** Workers and their queue on screen. */
@NullMarked
package dev.wavetrain.workers.ui;

import org.jspecify.annotations.NullMarked;
