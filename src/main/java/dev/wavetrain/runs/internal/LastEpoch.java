package dev.wavetrain.runs.internal;

import java.util.UUID;

/**
 * How far a run is, without all the rest of its row.
 *
 * @param project whose run it is
 * @param epoch the last one stored; 0 before the first
 */
record LastEpoch(UUID project, int epoch) {}
