package dev.wavetrain.workers;

import dev.wavetrain.runs.RunDetails;
import org.jspecify.annotations.Nullable;

/**
 * A run that waits, as one caller sees it.
 *
 * @param position from 1, counting the runs of all projects
 * @param priority by which it is where it is: that of the run, until it was moved
 * @param run null where it lies outside the caller's projects
 * @param movable whether the caller may move it
 */
public record QueuedRun(int position, int priority, @Nullable RunDetails run, boolean movable) {}
