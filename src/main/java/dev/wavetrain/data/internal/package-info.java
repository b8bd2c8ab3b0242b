/** Data sets in the database. */
@NullMarked
package dev.wavetrain.data.internal;

import org.jspecify.annotations.NullMarked;
