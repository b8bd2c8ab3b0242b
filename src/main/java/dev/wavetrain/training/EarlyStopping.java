package dev.wavetrain.training;

import dev.wavetrain.common.Rules;

/**
 * Stops a run whose monitored loss has not fallen by more than {@code minDelta} for {@code
 * patience} epochs (Keras's {@code EarlyStopping}, mode min).
 */
public record EarlyStopping(Monitor monitor, int patience, double minDelta) {

    /** The loss watched. */
    public enum Monitor {
        LOSS,
        VAL_LOSS
    }

    public EarlyStopping {
        new Rules()
                .between("patience", patience, 0, 1_000_000)
                .inside("minDelta", minDelta, 0, Double.MAX_VALUE)
                .check();
    }
}
