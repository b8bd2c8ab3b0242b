package dev.wavetrain.training;

import org.jspecify.annotations.Nullable;

/** Keras 2's {@code EarlyStopping}, mode min, as a state of its own. */
final class Patience {

    private final @Nullable EarlyStopping rule;
    private double watched;
    private int waited;

    Patience(@Nullable EarlyStopping rule, @Nullable ResumePoint from) {
        this.rule = rule;
        this.watched = from == null ? Double.POSITIVE_INFINITY : from.watched();
        this.waited = from == null ? 0 : from.waited();
    }

    /** Takes note of an epoch. */
    void take(EpochResult epoch) {
        if (rule == null) {
            return;
        }
        double value =
                rule.monitor() == EarlyStopping.Monitor.LOSS ? epoch.loss() : epoch.valLoss();
        if (value < watched - rule.minDelta()) {
            watched = value;
            waited = 0;
        } else {
            waited++;
        }
    }

    /** Whether the epoch taken last, this one, was the last that patience allows. */
    boolean hasRunOut(int epoch) {
        return rule != null && waited > 0 && waited >= rule.patience() && epoch > 1;
    }

    /** The lowest loss seen; infinite before the first. */
    double watched() {
        return watched;
    }

    /** Epochs since. */
    int waited() {
        return waited;
    }
}
