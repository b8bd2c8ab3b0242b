/** Talk in the database. */
@NullMarked
package dev.wavetrain.talking.internal;

import org.jspecify.annotations.NullMarked;
