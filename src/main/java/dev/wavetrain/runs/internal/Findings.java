package dev.wavetrain.runs.internal;

import dev.wavetrain.checkpoints.Baseline.Kind;
import dev.wavetrain.checkpoints.BaselineLoss;
import dev.wavetrain.checkpoints.BaselineLosses;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about a run besides its losses: see {@link dev.wavetrain.runs.RunFindings}.
 *
 * @param warnings JSON
 */
@Embeddable
record Findings(
        @Nullable Integer period,
        @Column(name = "zero_loss") @Nullable Double zeroLoss,
        @Column(name = "zero_val_loss") @Nullable Double zeroValLoss,
        @Column(name = "last_value_loss") @Nullable Double lastValueLoss,
        @Column(name = "last_value_val_loss") @Nullable Double lastValueValLoss,
        @Column(name = "seasonal_loss") @Nullable Double seasonalLoss,
        @Column(name = "seasonal_val_loss") @Nullable Double seasonalValLoss,
        @Nullable String warnings,
        @Column(name = "still_falling") @Nullable Double stillFalling) {

    static Findings of(BaselineLosses baselines, String warnings) {
        return new Findings(
                baselines.period(),
                baselines.find(Kind.ZERO).map(BaselineLoss::loss).orElse(null),
                baselines.find(Kind.ZERO).map(BaselineLoss::valLoss).orElse(null),
                baselines.find(Kind.LAST_VALUE).map(BaselineLoss::loss).orElse(null),
                baselines.find(Kind.LAST_VALUE).map(BaselineLoss::valLoss).orElse(null),
                baselines.find(Kind.SEASONAL).map(BaselineLoss::loss).orElse(null),
                baselines.find(Kind.SEASONAL).map(BaselineLoss::valLoss).orElse(null),
                warnings,
                null);
    }

    Findings withStillFalling(@Nullable Double share) {
        return new Findings(
                period,
                zeroLoss,
                zeroValLoss,
                lastValueLoss,
                lastValueValLoss,
                seasonalLoss,
                seasonalValLoss,
                warnings,
                share);
    }

    BaselineLosses baselines() {
        List<BaselineLoss> losses = new ArrayList<>();
        add(losses, Kind.ZERO, zeroLoss, zeroValLoss);
        add(losses, Kind.LAST_VALUE, lastValueLoss, lastValueValLoss);
        add(losses, Kind.SEASONAL, seasonalLoss, seasonalValLoss);
        return new BaselineLosses(period, losses);
    }

    private static void add(
            List<BaselineLoss> losses, Kind kind, @Nullable Double loss, @Nullable Double valLoss) {
        if (loss != null) {
            losses.add(new BaselineLoss(kind, loss, valLoss));
        }
    }
}
