package dev.wavetrain.workers;

import dev.wavetrain.training.EpochResult;
import dev.wavetrain.training.Outcome;
import dev.wavetrain.training.StopSignal;
import dev.wavetrain.training.TrainingListener;
import dev.wavetrain.training.TrainingPlan;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Training that ends an epoch whenever the test says so. */
final class SteppedTraining implements Training {

    private final Semaphore steps = new Semaphore(0);

    void step() {
        steps.release();
    }

    @Override
    public Outcome train(TrainingPlan plan, StopSignal stop, TrainingListener listener) {
        int epoch = 0;
        while (!stop.stopRequested() && epoch < plan.training().epochs()) {
            if (stepped()) {
                epoch++;
                double loss = 1.0 / epoch;
                listener.epochEnded(new EpochResult(epoch, loss, loss, 1_000, true));
            }
        }
        return stop.stopRequested() ? new Outcome.Cancelled(epoch) : new Outcome.Completed(epoch);
    }

    /** Waits a moment for it: whoever trains next has the processor meanwhile. */
    private boolean stepped() {
        try {
            return steps.tryAcquire(1, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
