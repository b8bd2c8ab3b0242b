package dev.wavetrain.training;

import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.Reason;
import dev.wavetrain.common.Rule;
import dev.wavetrain.model.BiasInit;
import dev.wavetrain.model.Network;
import dev.wavetrain.model.Propagation;
import dev.wavetrain.sequence.Samples;
import dev.wavetrain.sequence.Scales;
import org.jspecify.annotations.Nullable;

/**
 * All that decides how a run goes.
 *
 * @param seed takes the place of the definition's
 * @param from where to go on; null to begin
 * @param scales that the samples were made with: they are saved with the weights
 */
public record TrainingPlan(
        Network network,
        BiasInit biasInit,
        Samples samples,
        TrainingDefinition training,
        long seed,
        @Nullable ResumePoint from,
        Scales scales) {

    /** 1 GB of work space. */
    private static final long MOST_FLOATS = 256L << 20;

    /** Validation needs no gradient, so its batches may be as large as is fast. */
    private static final int FAST_BATCH = 64;

    /** One whose samples are in the data's own units. */
    public TrainingPlan(
            Network network,
            BiasInit biasInit,
            Samples samples,
            TrainingDefinition training,
            long seed,
            @Nullable ResumePoint from) {
        this(network, biasInit, samples, training, seed, from, Scales.NONE);
    }

    public TrainingPlan {
        if (samples.window() != network.window()
                || samples.targetSteps() != network.targetSteps()
                || (samples.decoderInputs() != null) != network.hasDecoder()) {
            throw new IllegalArgumentException("samples of another shape than the network's");
        }
        if (from != null && from.parameters().length != network.parameterCount()) {
            throw new IllegalArgumentException("a resume point of another network");
        }
        requireBatchFits(network, batch(training, samples));
    }

    /**
     * @param batch windows of a full batch
     * @throws InvalidValue at {@code training.batchSize} where a step would need too much memory
     */
    public static void requireBatchFits(Network network, int batch) {
        long floats = Propagation.floats(network, batch);
        if (floats > MOST_FLOATS) {
            throw new InvalidValue(
                    new FieldError(
                            "training.batchSize",
                            Rule.TOO_LARGE,
                            Reason.WORK_SPACE.of(floats / (256 << 10)),
                            MOST_FLOATS / (256 << 10) + " MB"));
        }
    }

    /** Windows of a full batch: a batch larger than the data is the data. */
    int batch() {
        return batch(training, samples);
    }

    /** Windows validated at once: as many as is fast, fewer where they would need more memory. */
    int validationBatch() {
        return (int) Math.clamp(MOST_FLOATS / Propagation.floats(network, 1), 1, FAST_BATCH);
    }

    private static int batch(TrainingDefinition training, Samples samples) {
        return Math.min(training.batchSize(), Math.max(1, samples.count()));
    }
}
