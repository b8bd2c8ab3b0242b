/**
 * The language that runs are filtered by: from text to a checked tree of conditions, and what could
 * be written next. Plain Java; the database is asked elsewhere. See {@code src/docs/filter.md}.
 */
@NullMarked
package dev.wavetrain.runs.filter;

import org.jspecify.annotations.NullMarked;
