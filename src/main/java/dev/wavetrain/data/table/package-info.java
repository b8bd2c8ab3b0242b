/** Reading tables out of files of somebody else: encodings, separators, numbers, times. */
@NullMarked
package dev.wavetrain.data.table;

import org.jspecify.annotations.NullMarked;
