/** The pages of data sets. */
@NullMarked
package dev.wavetrain.data.ui;

import org.jspecify.annotations.NullMarked;
