package dev.wavetrain.talking;

import dev.wavetrain.common.RunId;

/** Something was said about a run, or taken back. Told within the transaction. */
record CommentsChanged(RunId run) {}
