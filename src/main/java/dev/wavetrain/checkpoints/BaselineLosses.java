package dev.wavetrain.checkpoints;

import dev.wavetrain.model.SplitMix64;
import dev.wavetrain.sequence.SequenceData;
import dev.wavetrain.sequence.Split;
import dev.wavetrain.training.Loss;
import dev.wavetrain.training.Shuffle;
import dev.wavetrain.training.TrainingDefinition;

/**
 * The loss of predicting without a net, as a run's own loss is computed: the mean over all samples
 * and all their trained steps. Validation losses are NaN where nothing validates; all are NaN for
 * categorical cross-entropy, which is the same whatever a single output says.
 *
 * @param zeroTrain of predicting 0
 * @param lastValueTrain of predicting the true value one step before; 0 before the first
 */
public record BaselineLosses(
        double zeroTrain,
        double zeroValidation,
        double lastValueTrain,
        double lastValueValidation) {

    /** Those of a run with this seed, over the very samples that it trains on and validates. */
    public static BaselineLosses of(SequenceData data, TrainingDefinition training, long seed) {
        Split split =
                Split.of(
                        data.sampleCount(),
                        training.validationSplit(),
                        training.shuffle() == Shuffle.ONCE_BEFORE_SPLIT,
                        SplitMix64.split(seed));
        return of(data, split, training.loss());
    }

    static BaselineLosses of(SequenceData data, Split split, Loss loss) {
        return new BaselineLosses(
                mean(data, split.train(), loss, false),
                mean(data, split.validation(), loss, false),
                mean(data, split.train(), loss, true),
                mean(data, split.validation(), loss, true));
    }

    private static double mean(SequenceData data, int[] samples, Loss loss, boolean lastValue) {
        double[] truth = data.truth().values();
        int window = data.definition().window();
        double sum = 0;
        int steps = 0;
        for (int sample : samples) {
            int from =
                    switch (data.definition().task()) {
                        case NEXT_STEP -> sample + 1;
                        case NEXT_VALUE -> sample + window;
                        case TRANSLATE -> sample;
                    };
            int to =
                    switch (data.definition().task()) {
                        case NEXT_STEP, NEXT_VALUE -> sample + window + 1;
                        case TRANSLATE -> sample + window;
                    };
            double sampleSum = 0;
            for (int i = from; i < to; i++) {
                double predicted = lastValue && i > 0 ? truth[i - 1] : 0;
                sampleSum += of(loss, predicted - truth[i]);
            }
            steps = to - from;
            sum += sampleSum;
        }
        return sum / ((double) samples.length * steps);
    }

    private static double of(Loss loss, double error) {
        double size = Math.abs(error);
        return switch (loss) {
            case MSE -> error * error;
            case MAE -> size;
            case HUBER -> size <= 1 ? error * error / 2 : size - 0.5;
            case CATEGORICAL_CROSSENTROPY -> Double.NaN;
        };
    }
}
