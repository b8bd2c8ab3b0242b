package dev.wavetrain.training;

import dev.wavetrain.model.Network;
import dev.wavetrain.model.Propagation;
import dev.wavetrain.model.SplitMix64;
import dev.wavetrain.model.TimeMajor;
import dev.wavetrain.sequence.Samples;
import dev.wavetrain.sequence.Split;

/**
 * What weights that nobody trained here are worth: their loss over the very samples that a run
 * would train on, and over those that it would validate.
 *
 * @param valLoss NaN where there is no validation
 */
public record WeightsLoss(double loss, double valLoss) {

    /**
     * @param plan of the run that they are to belong to
     * @param parameters laid out as its network says
     */
    public static WeightsLoss of(TrainingPlan plan, float[] parameters) {
        Split split =
                Split.of(
                        plan.samples().count(),
                        plan.training().validationSplit(),
                        plan.training().shuffle() == Shuffle.ONCE_BEFORE_SPLIT,
                        SplitMix64.split(plan.seed()));
        Pass pass = new Pass(plan, parameters);
        return new WeightsLoss(pass.over(split.train()), pass.over(split.validation()));
    }

    /** Forward, some windows at a time. */
    private static final class Pass {

        private final TrainingPlan plan;
        private final float[] parameters;
        private final int capacity;
        private final Propagation propagation;
        private final LossFunction loss;
        private final float[] targets;

        Pass(TrainingPlan plan, float[] parameters) {
            Network network = plan.network();
            this.plan = plan;
            this.parameters = parameters;
            capacity = plan.validationBatch();
            propagation = new Propagation(network, capacity);
            loss = new LossFunction(plan.training().loss(), network.outputs());
            targets = new float[capacity * network.targetSteps() * network.outputs()];
        }

        /** The mean over these samples; NaN where there are none. */
        double over(int[] windows) {
            Samples samples = plan.samples();
            int outputs = plan.network().outputs();
            int steps = plan.network().targetSteps();
            double sum = 0;
            for (int from = 0; from < windows.length; from += capacity) {
                int batch = Math.min(capacity, windows.length - from);
                propagation.load(samples.inputs(), samples.decoderInputs(), windows, from, batch);
                TimeMajor.gather(samples.targets(), steps, outputs, windows, from, batch, targets);
                propagation.forward(parameters, batch);
                sum +=
                        batch
                                * loss.evaluate(
                                        propagation.outputs(),
                                        targets,
                                        batch * steps * outputs,
                                        propagation.outputGradients());
            }
            return sum / windows.length;
        }
    }
}
