package dev.wavetrain.runs.internal;

import dev.wavetrain.runs.RunEvent;
import dev.wavetrain.runs.StopReason;
import org.jspecify.annotations.Nullable;

/**
 * What came of storing a batch.
 *
 * @param event to be told once it is committed
 * @param stop why the run's user wants it to stop; null where not
 */
public record Stored(RunEvent event, @Nullable StopReason stop) {}
