package dev.wavetrain.bench;

import dev.wavetrain.model.Propagation;
import dev.wavetrain.sequence.Samples;
import dev.wavetrain.sequence.Split;
import dev.wavetrain.training.TrainingPlan;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Seconds that an epoch's passes take, each method one pass more than the one before: the batches
 * of a plan go through {@link Propagation} as while training, the weights left as they are.
 */
final class Sections {

    /** Load, forward, backward. */
    private static final int PASSES = 3;

    private static final int LARGEST_BATCH = Work.VALIDATION_BATCH;

    private final TrainingPlan plan;
    private final Samples samples;
    private final int batch;
    private final int train;
    private final Propagation propagation;
    private final float[] parameters;
    private final float[] gradient;
    private final int[] order;

    Sections(TrainingPlan plan) {
        this.plan = plan;
        samples = plan.samples();
        batch = plan.training().batchSize();
        train = Split.trainCount(samples.count(), plan.training().validationSplit());
        propagation = new Propagation(plan.network(), Math.max(batch, LARGEST_BATCH));
        parameters = plan.network().initialise(1, plan.biasInit());
        gradient = new float[plan.network().parameterCount()];
        order = IntStream.range(0, samples.count()).toArray();
    }

    /** Takes up windows. */
    double load(int epochs) {
        return run(epochs, 1);
    }

    /** And goes forward. */
    double forward(int epochs) {
        return run(epochs, 2);
    }

    /** And back, where it trains. */
    double backward(int epochs) {
        return run(epochs, PASSES);
    }

    private double run(int epochs, int passes) {
        double seconds =
                Measured.threadSeconds(() -> {
                    for (int epoch = 0; epoch < epochs; epoch++) {
                        epoch(passes);
                    }
                });
        return seconds / epochs;
    }

    private void epoch(int passes) {
        for (int from = 0; from < train; from += batch) {
            pass(from, Math.min(batch, train - from), passes);
        }
        int size = Math.max(batch, LARGEST_BATCH);
        for (int from = train; from < samples.count(); from += size) {
            pass(from, Math.min(size, samples.count() - from), Math.min(passes, PASSES - 1));
        }
    }

    private void pass(int from, int size, int passes) {
        propagation.load(samples.inputs(), samples.decoderInputs(), order, from, size);
        if (passes > 1) {
            propagation.forward(parameters, size);
        }
        if (passes == PASSES) {
            float[] byOutputs = propagation.outputGradients();
            Arrays.fill(byOutputs, 0, size * plan.network().targetSteps(), 1e-3f);
            propagation.backward(parameters, gradient, size);
        }
    }
}
