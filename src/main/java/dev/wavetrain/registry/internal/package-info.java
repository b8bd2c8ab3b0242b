/** The tables of named models, and networks at hand. */
@NullMarked
package dev.wavetrain.registry.internal;

import org.jspecify.annotations.NullMarked;
