package dev.wavetrain.runs;

import dev.wavetrain.common.RunId;

/** A run that has not ended: it waits, trains, or trained when its worker vanished. */
public record WaitingRun(RunId id, int priority) {}
