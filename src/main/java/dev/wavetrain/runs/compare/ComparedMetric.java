package dev.wavetrain.runs.compare;

import dev.wavetrain.runs.RunDetails;
import dev.wavetrain.runs.RunProgress;
import dev.wavetrain.runs.RunState;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a run came to, as one number. */
public enum ComparedMetric {
    BEST_VAL_LOSS("best_val_loss", true, 1),
    LOSS("loss", true, 1),
    VAL_LOSS("val_loss", true, 1),
    BEST_EPOCH("best_epoch", false, 0),
    EPOCHS("epochs", false, 0),
    SECONDS("seconds", false, 1),
    EPOCHS_PER_SECOND("epochs_per_second", false, -1);

    private final String key;
    private final boolean loss;
    private final int better;

    /**
     * @param better 1 where less is better, -1 where more is, 0 where neither
     */
    ComparedMetric(String key, boolean loss, int better) {
        this.key = key;
        this.loss = loss;
        this.better = better;
    }

    /** The name that REST gives it. */
    public String key() {
        return key;
    }

    /** Whether it means the same only for runs that learned the same task. */
    public boolean isLoss() {
        return loss;
    }

    /** Whether it counts epochs. */
    public boolean isCount() {
        return this == BEST_EPOCH || this == EPOCHS;
    }

    /** Null where the run has none yet, or at all. */
    public @Nullable Double of(RunDetails run) {
        RunProgress progress = run.progress();
        return switch (this) {
            case BEST_VAL_LOSS -> progress.bestValLoss();
            case LOSS -> progress.loss();
            case VAL_LOSS -> progress.valLoss();
            case BEST_EPOCH -> number(progress.bestEpoch());
            case EPOCHS -> (double) progress.epoch();
            case SECONDS -> seconds(run);
            case EPOCHS_PER_SECOND -> progress.epochsPerSecond();
        };
    }

    /** Whether a run's value counts where the best is looked for: stopping early is not quick. */
    boolean competes(RunDetails run) {
        Double value = of(run);
        boolean whole = run.state() == RunState.COMPLETED || run.state() == RunState.STOPPED_EARLY;
        return better != 0 && value != null && Double.isFinite(value) && (this != SECONDS || whole);
    }

    /** Lower is better, whatever the metric. */
    double rank(double value) {
        return better * value;
    }

    private static @Nullable Double number(@Nullable Integer value) {
        return value == null ? null : value.doubleValue();
    }

    private static @Nullable Double seconds(RunDetails run) {
        return run.startedAt() == null || run.finishedAt() == null
                ? null
                : Duration.between(run.startedAt(), run.finishedAt()).toMillis() / 1000.0;
    }
}
