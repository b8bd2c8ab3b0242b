package dev.wavetrain.training;

import dev.wavetrain.model.Network;
import dev.wavetrain.model.Propagation;
import dev.wavetrain.model.SplitMix64;
import dev.wavetrain.model.TimeMajor;
import dev.wavetrain.sequence.Samples;
import dev.wavetrain.sequence.Split;

/** Takes a run's samples through its network batch by batch. */
final class Batches {

    private final TrainingPlan plan;
    private final TrainingState state;
    private final StopSignal stop;
    private final ResumeTimer timer;
    private final Split split;
    private final int[] order;
    private final int capacity;
    private final Propagation propagation;
    private final LossFunction loss;
    private final float[] targets;
    private final float[] gradient;
    private boolean stopped;
    private boolean diverged;

    Batches(TrainingPlan plan, TrainingState state, StopSignal stop, ResumeTimer timer) {
        this.plan = plan;
        this.state = state;
        this.stop = stop;
        this.timer = timer;
        Network network = plan.network();
        split =
                Split.of(
                        plan.samples().count(),
                        plan.training().validationSplit(),
                        plan.training().shuffle() == Shuffle.ONCE_BEFORE_SPLIT,
                        SplitMix64.split(plan.seed()));
        order = split.train().clone();
        capacity =
                Math.max(plan.batch(), Math.min(plan.validationBatch(), split.validation().length));
        propagation = new Propagation(network, capacity);
        loss = new LossFunction(plan.training().loss(), network.outputs());
        targets = new float[capacity * network.targetSteps() * network.outputs()];
        gradient = new float[network.parameterCount()];
    }

    /**
     * One epoch of steps, or what is left of it; the sample-weighted mean of all its batches'
     * losses before each step.
     */
    double train(int epoch) {
        arrange(epoch);
        PartOfEpoch part = state.part();
        while (part.samples() < order.length && goesOn()) {
            int from = part.samples();
            int batch = Math.min(plan.batch(), order.length - from);
            double value = forward(order, from, batch);
            propagation.backward(state.parameters(), gradient, batch);
            state.step(gradient);
            part.add(batch, value);
            if (!diverged) {
                timer.batchEnded();
            }
        }
        return part.lossSum() / order.length;
    }

    /** The mean loss over the validation samples; NaN where there are none. */
    double validate() {
        int[] validation = split.validation();
        double sum = 0;
        for (int from = 0; from < validation.length && goesOn(); from += capacity) {
            int batch = Math.min(capacity, validation.length - from);
            sum += batch * forward(validation, from, batch);
        }
        return sum / validation.length;
    }

    /** Whether the stop signal was given. */
    boolean stopped() {
        return stopped;
    }

    /** Whether a loss was infinite or not a number. */
    boolean diverged() {
        return diverged;
    }

    private boolean goesOn() {
        stopped = stopped || stop.stopRequested();
        return !stopped && !diverged;
    }

    private void arrange(int epoch) {
        if (plan.training().shuffle() == Shuffle.EVERY_EPOCH) {
            System.arraycopy(split.train(), 0, order, 0, order.length);
            Split.permute(order, SplitMix64.epochOrder(plan.seed(), epoch));
        }
    }

    private double forward(int[] windows, int from, int batch) {
        Samples samples = plan.samples();
        propagation.load(samples.inputs(), samples.decoderInputs(), windows, from, batch);
        int outputs = plan.network().outputs();
        int steps = plan.network().targetSteps();
        TimeMajor.gather(samples.targets(), steps, outputs, windows, from, batch, targets);
        propagation.forward(state.parameters(), batch);
        double value =
                loss.evaluate(
                        propagation.outputs(),
                        targets,
                        batch * steps * outputs,
                        propagation.outputGradients());
        diverged = diverged || !Double.isFinite(value);
        return value;
    }
}
