package dev.wavetrain.runs;

import dev.wavetrain.common.RunId;

/** A worker wrote to a run that is no longer its own: another has begun it, or it has ended. */
public class StaleAttempt extends RuntimeException {

    public StaleAttempt(RunId run, int attempt) {
        super("run %s is no longer trained by attempt %d".formatted(run, attempt));
    }
}
