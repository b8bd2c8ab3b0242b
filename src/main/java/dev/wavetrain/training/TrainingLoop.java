package dev.wavetrain.training;

import java.time.Clock;

/** One run's loop over epochs. */
final class TrainingLoop {

    private final TrainingPlan plan;
    private final TrainingListener listener;
    private final TrainingState state;
    private final Batches batches;
    private final Checkpoints checkpoints;

    TrainingLoop(TrainingPlan plan, StopSignal stop, TrainingListener listener, Clock clock) {
        this.plan = plan;
        this.listener = listener;
        state = new TrainingState(plan, stop);
        batches = new Batches(plan, state, stop);
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
            long started = System.nanoTime();
            double loss = batches.train(epoch);
            double valLoss = batches.validate();
            if (batches.diverged()) {
                checkpoints.handOverBestIfOwed();
                return new Outcome.Diverged(epoch);
            }
            if (batches.stopped()) {
                checkpoints.cancelled();
                return new Outcome.Cancelled(epoch - 1);
            }
            EpochResult result = end(epoch, loss, valLoss, System.nanoTime() - started);
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

    private EpochResult end(int epoch, double loss, double valLoss, long nanos) {
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
