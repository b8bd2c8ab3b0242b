package dev.wavetrain.bench;

import dev.wavetrain.model.Propagation;
import dev.wavetrain.sequence.Samples;
import dev.wavetrain.sequence.Split;
import dev.wavetrain.training.TrainingPlan;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Seconds of an epoch in its passes, with a clock read between them: the batches of a plan go
 * through {@link Propagation} as while training, the weights left as they are.
 */
final class Sections {

    private static final int LARGEST_BATCH = Work.VALIDATION_BATCH;

    private final TrainingPlan plan;
    private final Samples samples;
    private final int batch;
    private final int train;
    private final Propagation propagation;
    private final float[] parameters;
    private final float[] gradient;
    private final int[] order;
    private long load;
    private long forward;
    private long backward;
    private int epochs;

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

    /** Goes through some epochs and counts only those. */
    void run(int count) {
        load = forward = backward = 0;
        epochs = count;
        for (int epoch = 0; epoch < count; epoch++) {
            for (int from = 0; from < train; from += batch) {
                pass(from, Math.min(batch, train - from), true);
            }
            int size = Math.max(batch, LARGEST_BATCH);
            for (int from = train; from < samples.count(); from += size) {
                pass(from, Math.min(size, samples.count() - from), false);
            }
        }
    }

    private void pass(int from, int size, boolean withGradient) {
        long begun = System.nanoTime();
        propagation.load(samples.inputs(), samples.decoderInputs(), order, from, size);
        long loaded = System.nanoTime();
        propagation.forward(parameters, size);
        long outward = System.nanoTime();
        if (withGradient) {
            float[] byOutputs = propagation.outputGradients();
            Arrays.fill(byOutputs, 0, size * plan.network().targetSteps(), 1e-3f);
            propagation.backward(parameters, gradient, size);
        }
        backward += System.nanoTime() - outward;
        forward += outward - loaded;
        load += loaded - begun;
    }

    double loadSeconds() {
        return load / 1e9 / epochs;
    }

    double forwardSeconds() {
        return forward / 1e9 / epochs;
    }

    double backwardSeconds() {
        return backward / 1e9 / epochs;
    }
}
