package dev.wavetrain.experiments;

import dev.wavetrain.sequence.Sample;
import dev.wavetrain.sequence.SequenceData;
import dev.wavetrain.sequence.Series;
import dev.wavetrain.sequence.Thinning;
import org.jspecify.annotations.Nullable;

/**
 * A definition's data, small enough to draw.
 *
 * @param input at most {@link #MOST_POINTS} points of the signal, no extreme lost
 * @param target likewise; null but for an encoder-decoder
 * @param splitX where the first point lies that no training sample asks for; null where nothing
 *     validates, or the samples are permuted before they are split
 * @param window the first sample
 */
public record Preview(
        Series input, @Nullable Series target, @Nullable Double splitX, Sample window) {

    /** Points of a line. */
    public static final int MOST_POINTS = 1_000;

    static Preview of(SequenceData data, @Nullable Long splitIndex) {
        Series target = data.target();
        return new Preview(
                Thinning.minMax(data.input(), MOST_POINTS),
                target == null ? null : Thinning.minMax(target, MOST_POINTS),
                splitIndex == null ? null : data.xAt(splitIndex),
                Sample.of(data, 0, MOST_POINTS));
    }
}
