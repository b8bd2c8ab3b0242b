/**
 * How what happens on other threads reaches a page: newest value first, at most 4 times a second.
 */
@NullMarked
package dev.wavetrain.shell.live;

import org.jspecify.annotations.NullMarked;
