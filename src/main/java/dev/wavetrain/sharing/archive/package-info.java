/** Projects as files: how they are written, and how those of others are read without trust. */
@NullMarked
package dev.wavetrain.sharing.archive;

import org.jspecify.annotations.NullMarked;
