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
        int epochs = plan.training().epochs();
        for (int epoch = state.epoch() + 1; epoch <= epochs; epoch++) {
            long started = System.nanoTime();
            double loss = batches.train(epoch);
            double valLoss = batches.validate();
            if (batches.diverged()) {
                checkpoints.diverged();
                return new Outcome.Diverged(epoch);
            }
            if (batches.stopped()) {
                checkpoints.cancelled();
                return new Outcome.Cancelled(epoch - 1);
            }
            EpochResult result = end(epoch, loss, valLoss, System.nanoTime() - started);
            if (state.patience().runsOut(result)) {
                checkpoints.completed(result);
                return new Outcome.StoppedEarly(epoch, epoch - state.patience().waited());
            }
            if (epoch == epochs) {
                checkpoints.completed(result);
            } else {
                checkpoints.epochEnded(result);
            }
        }
        return new Outcome.Completed(state.epoch());
    }

    private EpochResult end(int epoch, double loss, double valLoss, long nanos) {
        boolean best = state.best().improvedBy(loss, valLoss);
        EpochResult result = new EpochResult(epoch, loss, valLoss, nanos, best);
        if (best) {
            state.best().take(result, state.parameters());
        }
        state.epochEnded(epoch);
        listener.epochEnded(result);
        return result;
    }
}
