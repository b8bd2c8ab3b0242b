package dev.wavetrain.training;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One run's loop over epochs. */
final class TrainingLoop {

    private final TrainingPlan plan;
    private final TrainingListener listener;
    private final TrainingState state;
    private final Batches batches;
    private final Checkpoints checkpoints;

    TrainingLoop(
            TrainingPlan plan,
            StopSignal stop,
            TrainingListener listener,
            Clock clock,
            @Nullable Duration resumeEvery) {
        this.plan = plan;
        this.listener = listener;
        state = new TrainingState(plan, stop);
        ResumeTimer timer = new ResumeTimer(state, clock, resumeEvery, listener);
        batches = new Batches(plan, state, stop, timer);
        checkpoints = new Checkpoints(plan.training().checkpoints(), state, clock, listener);
    }

    Outcome run() {
        int epoch = state.epoch();
        if (isLast(epoch)) {
            // It had done all its epochs when its process was stopped.
            checkpoints.handOverBestIfOwed();
        }
        while (!isLast(epoch)) {
            epoch++;
            double loss = batches.train(epoch);
            double valLoss = batches.validate();
            if (batches.diverged()) {
                checkpoints.handOverBestIfOwed();
                return new Outcome.Diverged(epoch);
            }
            if (batches.stopped()) {
                checkpoints.stopped();
                return new Outcome.Cancelled(epoch - 1);
            }
            EpochResult result = end(epoch, loss, valLoss);
            if (isLast(epoch)) {
                checkpoints.completed(result);
            } else {
                checkpoints.epochEnded(result);
            }
        }
        return state.patience().hasRunOut(epoch)
                ? new Outcome.StoppedEarly(epoch, epoch - state.patience().waited())
                : new Outcome.Completed(epoch);
    }

    private boolean isLast(int epoch) {
        return epoch >= plan.training().epochs() || state.patience().hasRunOut(epoch);
    }

    private EpochResult end(int epoch, double loss, double valLoss) {
        long nanos = state.part().nanos();
        boolean best = state.best().improvedBy(loss, valLoss);
        EpochResult result = new EpochResult(epoch, loss, valLoss, nanos, best);
        if (best) {
            state.best().take(result, state.parameters());
        }
        state.patience().take(result);
        state.epochEnded(epoch);
        listener.epochEnded(result);
        return result;
    }
}
