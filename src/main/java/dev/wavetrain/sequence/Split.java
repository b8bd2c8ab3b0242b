package dev.wavetrain.sequence;

import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.Reason;
import dev.wavetrain.common.Rule;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Which samples train and which validate, as indices in the order they are read.
 *
 * @param validation empty where nothing validates
 */
public record Split(int[] train, int[] validation) {

    /** The field an impossible split is reported at, from the root of a definition. */
    private static final String FIELD = "training.validationSplit";

    /**
     * Cuts the last samples off for validation: {@code floor(count * (1 - validationSplit))} train.
     *
     * @param permuteFirst whether all samples are permuted by {@code random} before the cut
     * @param random advanced only where {@code permuteFirst}
     * @throws InvalidValue where a part that is asked for would be empty
     */
    public static Split of(
            int count, double validationSplit, boolean permuteFirst, RandomGenerator random) {
        int training = trainCount(count, validationSplit);
        int[] order = IntStream.range(0, count).toArray();
        if (permuteFirst) {
            permute(order, random);
        }
        return new Split(
                Arrays.copyOf(order, training), Arrays.copyOfRange(order, training, count));
    }

    /** How many of {@code count} samples train; {@link #of} fails where this does. */
    public static int trainCount(int count, double validationSplit) {
        int training = (int) Math.floor(count * (1.0 - validationSplit));
        if (training == 0) {
            throw new InvalidValue(new FieldError(FIELD, Rule.LEAVES_NOTHING, Reason.TRAIN_ON));
        }
        if (validationSplit > 0 && training == count) {
            throw new InvalidValue(new FieldError(FIELD, Rule.LEAVES_NOTHING, Reason.VALIDATE_ON));
        }
        return training;
    }

    /**
     * Fisher and Yates's shuffle.
     *
     * @param order permuted in place
     */
    public static void permute(int[] order, RandomGenerator random) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int moved = order[i];
            order[i] = order[other];
            order[other] = moved;
        }
    }
}
