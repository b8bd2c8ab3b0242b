package dev.wavetrain.training;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides which weights the listener is given, and when. A net that improves every epoch would
 * otherwise hand over a thousand snapshots a second: best weights are handed over at most once a
 * second, and at the end.
 */
final class Checkpoints {

    private static final long BEST_EVERY_MILLIS = 1000;

    private final CheckpointPolicy policy;
    private final TrainingState state;
    private final Clock clock;
    private final TrainingListener listener;
    private long bestHandedOver;
    private @Nullable EpochResult newest;

    Checkpoints(
            CheckpointPolicy policy, TrainingState state, Clock clock, TrainingListener listener) {
        this.policy = policy;
        this.state = state;
        this.clock = clock;
        this.listener = listener;
        this.bestHandedOver = clock.millis();
    }

    /** After an epoch that others may follow. */
    void epochEnded(EpochResult result) {
        newest = result;
        boolean best = state.best().owed() && clock.millis() - bestHandedOver >= BEST_EVERY_MILLIS;
        handOver(result, best, isPeriodic(result), false);
    }

    /** After the last epoch. */
    void completed(EpochResult result) {
        handOver(result, state.best().owed(), isPeriodic(result), policy.last());
    }

    /** Stopped within an epoch: kept are the weights of the one before. */
    void stopped() {
        if (newest == null) {
            handOverBestIfOwed();
        } else {
            handOver(newest, state.best().owed(), false, policy.last());
        }
        if (state.moved()) {
            listener.stopped(state.now());
        }
    }

    /** No epoch is added: the weights are worthless, or were handed over in an earlier life. */
    void handOverBestIfOwed() {
        if (state.best().owed()) {
            handOverBest(state.now());
        }
    }

    private boolean isPeriodic(EpochResult result) {
        return policy.every() > 0 && result.epoch() % policy.every() == 0;
    }

    private void handOver(EpochResult result, boolean best, boolean periodic, boolean last) {
        if (!best && !periodic && !last) {
            return;
        }
        ResumePoint resume = state.endOfEpoch();
        boolean bestIsNow = policy.best() && state.best().epoch() == result.epoch();
        Set<Label> labels = EnumSet.noneOf(Label.class);
        if (periodic) {
            labels.add(Label.PERIODIC);
        }
        if (last) {
            labels.add(Label.LAST);
        }
        if (bestIsNow) {
            labels.add(Label.BEST);
            bestHandedOver();
        }
        if (!labels.isEmpty()) {
            listener.checkpointReached(
                    new Snapshot(
                            result.epoch(),
                            result.loss(),
                            result.valLoss(),
                            labels,
                            resume.parameters(),
                            resume));
        }
        // Last: whoever has stored all but this resumes with the best weights still owed.
        if (best && !bestIsNow) {
            handOverBest(resume);
        }
    }

    private void handOverBest(ResumePoint resume) {
        ResumePoint.Best best = Objects.requireNonNull(resume.best());
        listener.checkpointReached(
                new Snapshot(
                        best.epoch(),
                        best.loss(),
                        best.valLoss(),
                        Set.of(Label.BEST),
                        Objects.requireNonNull(best.parameters()),
                        resume));
        bestHandedOver();
    }

    private void bestHandedOver() {
        state.best().handedOver();
        bestHandedOver = clock.millis();
    }
}
