/** Kept results in the database. */
@NullMarked
package dev.wavetrain.lab.internal;

import org.jspecify.annotations.NullMarked;
