package dev.wavetrain.checkpoints;

import dev.wavetrain.model.SplitMix64;
import dev.wavetrain.sequence.Scales;
import dev.wavetrain.sequence.SequenceData;
import dev.wavetrain.sequence.Split;
import dev.wavetrain.training.Loss;
import dev.wavetrain.training.Shuffle;
import dev.wavetrain.training.TrainingDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The losses of predicting without a net, each as a run's own loss is computed: the mean over all
 * samples and all their trained steps. Each step is predicted from the true values before it, as
 * the net's step is: {@code ZERO} says 0, {@code LAST_VALUE} the value one step before (0 before
 * the first), {@code SEASONAL} the value one period before; within the first period, where there is
 * none, it copies the last value.
 *
 * @param period of the series to predict, in points; null where it shows none, and then there is no
 *     {@code SEASONAL}
 * @param losses by kind; none for categorical cross-entropy, which is the same whatever a single
 *     output says
 */
public record BaselineLosses(@Nullable Integer period, List<BaselineLoss> losses) {

    public BaselineLosses {
        losses = List.copyOf(losses);
    }

    /**
     * Those of a run with this seed, over the very samples that it trains on and validates.
     *
     * @param scales the run's: losses are in the units that its net computes in
     */
    public static BaselineLosses of(
            SequenceData data, TrainingDefinition training, long seed, Scales scales) {
        Split split =
                Split.of(
                        data.sampleCount(),
                        training.validationSplit(),
                        training.shuffle() == Shuffle.ONCE_BEFORE_SPLIT,
                        SplitMix64.split(seed));
        return of(data, split, training.loss(), scales);
    }

    static BaselineLosses of(SequenceData data, Split split, Loss loss) {
        return of(data, split, loss, Scales.NONE);
    }

    private static BaselineLosses of(SequenceData data, Split split, Loss loss, Scales scales) {
        double size = scales.target().size();
        OptionalInt period = Period.of(data.truth().values());
        Integer known = period.isPresent() ? period.getAsInt() : null;
        List<BaselineLoss> losses = new ArrayList<>();
        if (loss != Loss.CATEGORICAL_CROSSENTROPY) {
            int[] train = occurrences(data, split.train());
            int[] validation = occurrences(data, split.validation());
            boolean validates = split.validation().length > 0;
            for (Baseline.Kind kind : Baseline.Kind.values()) {
                if (kind != Baseline.Kind.SEASONAL || known != null) {
                    int lag = kind == Baseline.Kind.SEASONAL && known != null ? known : 1;
                    double[] errors =
                            errors(data, loss, kind == Baseline.Kind.ZERO ? 0 : lag, size);
                    losses.add(
                            new BaselineLoss(
                                    kind,
                                    mean(errors, train),
                                    validates ? Double.valueOf(mean(errors, validation)) : null));
                }
            }
        }
        return new BaselineLosses(known, losses);
    }

    /** The one of a kind, where there is one. */
    public Optional<BaselineLoss> find(Baseline.Kind kind) {
        return losses.stream().filter(one -> one.kind() == kind).findFirst();
    }

    /** How often each point is the target of a step of these samples. Windows overlap. */
    private static int[] occurrences(SequenceData data, int[] samples) {
        int window = data.definition().window();
        int length = data.truth().values().length;
        int[] changes = new int[length + 1];
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
            changes[from]++;
            changes[to]--;
        }
        int[] occurrences = new int[length];
        int open = 0;
        for (int i = 0; i < length; i++) {
            open += changes[i];
            occurrences[i] = open;
        }
        return occurrences;
    }

    /**
     * Of each point.
     *
     * @param lag how many points before is the value that is copied; 0 to say 0
     * @param size of one unit that the net computes in
     */
    private static double[] errors(SequenceData data, Loss loss, int lag, double size) {
        double[] truth = data.truth().values();
        double[] errors = new double[truth.length];
        for (int i = 0; i < truth.length; i++) {
            int from = i >= lag ? i - lag : i - 1;
            double predicted = lag > 0 && from >= 0 ? truth[from] : 0;
            errors[i] = of(loss, (predicted - truth[i]) / size);
        }
        return errors;
    }

    private static double mean(double[] errors, int[] occurrences) {
        double sum = 0;
        long count = 0;
        for (int i = 0; i < errors.length; i++) {
            sum += occurrences[i] * errors[i];
            count += occurrences[i];
        }
        return sum / count;
    }

    private static double of(Loss loss, double error) {
        double size = Math.abs(error);
        return switch (loss) {
            case MSE -> error * error;
            case MAE -> size;
            case HUBER -> size <= 1 ? error * error / 2 : size - 0.5;
            case CATEGORICAL_CROSSENTROPY ->
                    throw new IllegalArgumentException("cross-entropy has no error of a point");
        };
    }
}
