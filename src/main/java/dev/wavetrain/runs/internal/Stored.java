package dev.wavetrain.runs.internal;

import dev.wavetrain.runs.RunEvent;

/**
 * What came of storing a batch.
 *
 * @param event to be told once it is committed
 * @param cancelRequested whether the run's user wants it to stop
 */
public record Stored(RunEvent event, boolean cancelRequested) {}
