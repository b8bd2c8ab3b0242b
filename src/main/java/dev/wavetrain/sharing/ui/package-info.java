/** Signing in and making the owner. */
@NullMarked
package dev.wavetrain.sharing.ui;

import org.jspecify.annotations.NullMarked;
