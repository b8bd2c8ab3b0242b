package dev.wavetrain.runs.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** How far a run has come: see {@link dev.wavetrain.runs.RunProgress}. */
@Embeddable
record Progress(
        int epoch,
        int epochs,
        @Nullable Double loss,
        @Column(name = "val_loss") @Nullable Double valLoss,
        @Nullable Double best,
        @Column(name = "best_epoch") @Nullable Integer bestEpoch,
        @Column(name = "epochs_per_second") @Nullable Double epochsPerSecond,
        @Column(name = "checkpoint_epoch") int checkpointEpoch) {

    static Progress none(int epochs) {
        return new Progress(0, epochs, null, null, null, null, null, 0);
    }

    /** Of weights that no epoch was trained here. */
    static Progress uploaded(double loss, @Nullable Double valLoss) {
        return new Progress(0, 0, loss, valLoss, valLoss == null ? loss : valLoss, null, null, 0);
    }

    Progress with(EpochRow next) {
        double watched = next.watched();
        boolean better = Double.isFinite(watched) && (best == null || watched < best);
        return new Progress(
                next.epoch(),
                epochs,
                next.loss(),
                next.valLoss(),
                better ? Double.valueOf(watched) : best,
                better ? Integer.valueOf(next.epoch()) : bestEpoch,
                epochsPerSecond,
                checkpointEpoch);
    }

    Progress withRate(@Nullable Double rate) {
        return new Progress(epoch, epochs, loss, valLoss, best, bestEpoch, rate, checkpointEpoch);
    }

    Progress withCheckpoint(int at) {
        return new Progress(epoch, epochs, loss, valLoss, best, bestEpoch, epochsPerSecond, at);
    }
}
