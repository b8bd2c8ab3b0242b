/** The checkpoint lab on screen. */
@NullMarked
package dev.wavetrain.lab.ui;

import org.jspecify.annotations.NullMarked;
