/** Small pieces that every view is built of: badge, card, page header, toast, empty state. */
@NullMarked
package dev.wavetrain.shell.parts;

import org.jspecify.annotations.NullMarked;
