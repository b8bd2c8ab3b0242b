package dev.wavetrain.runs.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * How far a run has come: see {@link dev.wavetrain.runs.RunProgress}.
 *
 * @param trainedSeconds null before the first epoch, and where no times were kept from the start
 */
@Embeddable
record Progress(
        int epoch,
        int epochs,
        @Nullable Double loss,
        @Column(name = "val_loss") @Nullable Double valLoss,
        @Nullable Double best,
        @Column(name = "best_epoch") @Nullable Integer bestEpoch,
        @Column(name = "epochs_per_second") @Nullable Double epochsPerSecond,
        @Column(name = "checkpoint_epoch") int checkpointEpoch,
        @Column(name = "trained_seconds") @Nullable Double trainedSeconds) {

    static Progress none(int epochs) {
        return new Progress(0, epochs, null, null, null, null, null, 0, null);
    }

    /** Of weights that no epoch was trained here. */
    static Progress uploaded(double loss, @Nullable Double valLoss) {
        double best = valLoss == null ? loss : valLoss;
        return new Progress(0, 0, loss, valLoss, best, null, null, 0, null);
    }

    Progress with(EpochRow next) {
        double watched = next.watched();
        Double trained = trained();
        boolean better = Double.isFinite(watched) && (best == null || watched < best);
        return new Progress(
                next.epoch(),
                epochs,
                next.loss(),
                next.valLoss(),
                better ? Double.valueOf(watched) : best,
                better ? Integer.valueOf(next.epoch()) : bestEpoch,
                epochsPerSecond,
                checkpointEpoch,
                trained == null ? null : Double.valueOf(trained + next.seconds()));
    }

    /** Seconds of training up to here; null where they are not known. */
    @Nullable Double trained() {
        return epoch == 0 ? Double.valueOf(0) : trainedSeconds;
    }

    Progress withRate(@Nullable Double rate) {
        return with(rate, checkpointEpoch);
    }

    Progress withCheckpoint(int at) {
        return with(epochsPerSecond, at);
    }

    private Progress with(@Nullable Double rate, int checkpoint) {
        return new Progress(
                epoch, epochs, loss, valLoss, best, bestEpoch, rate, checkpoint, trainedSeconds);
    }
}
