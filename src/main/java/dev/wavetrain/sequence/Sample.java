package dev.wavetrain.sequence;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One sample over x: what a net reads and what it is to make of it.
 *
 * @param decoderInput the target delayed by one step, the first 0; null but for {@link
 *     Task#TRANSLATE}
 * @param target for {@link Task#NEXT_VALUE} one point
 */
public record Sample(Series input, @Nullable Series decoderInput, Series target) {

    /**
     * The sample that starts at {@code index}.
     *
     * @param mostPoints its series have no more: a longer one is shown by its first points
     */
    public static Sample of(SequenceData data, int index, int mostPoints) {
        int window = data.definition().window();
        int shown = Math.min(window, mostPoints);
        Series truth = data.truth();
        Series input = part(data.input(), index, shown);
        return switch (data.definition().task()) {
            case NEXT_STEP -> new Sample(input, null, part(truth, index + 1, shown));
            case NEXT_VALUE -> new Sample(input, null, part(truth, index + window, 1));
            case TRANSLATE -> {
                Series target = part(truth, index, shown);
                double[] delayed = new double[shown];
                System.arraycopy(target.values(), 0, delayed, 1, shown - 1);
                yield new Sample(input, new Series(target.x(), delayed), target);
            }
        };
    }

    private static Series part(Series series, int from, int length) {
        return new Series(
                Arrays.copyOfRange(series.x(), from, from + length),
                Arrays.copyOfRange(series.values(), from, from + length));
    }
}
