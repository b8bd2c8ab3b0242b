package dev.wavetrain.sequence;

import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.Reason;
import dev.wavetrain.common.Rule;
import dev.wavetrain.common.Rules;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The series of a {@link SequenceDefinition}, evaluated, and the windows cut from them. */
public final class SequenceData {

    /** Numbers in all arrays of {@link Samples} together: 256 MB of floats. */
    public static final long MOST_NUMBERS = 64_000_000;

    private final SequenceDefinition definition;

    /** What a net reads: {@link #clean} and perhaps noise. */
    private final Series input;

    private final Series clean;
    private final @Nullable Series target;

    /** Which values of {@link #truth} were not there. */
    private final BitSet filled;

    /** What the truth is beyond the end; null for a dataset. */
    private final @Nullable Expression formula;

    private SequenceData(
            SequenceDefinition definition,
            Series input,
            Series clean,
            @Nullable Series target,
            BitSet filled) {
        this.filled = filled;
        this.definition = definition;
        this.input = input;
        this.clean = clean;
        this.target = target;
        Source truth = definition.target() == null ? definition.input() : definition.target();
        this.formula =
                truth instanceof Source.Formula(String text)
                        ? Expression.parse("expression", text)
                        : null;
    }

    /**
     * Evaluates the signals.
     *
     * @throws InvalidValue where a value is not finite, a dataset is missing or does not fit, or
     *     the windows would not fit into memory; fields are relative to the definition, such as
     *     {@code input.expression}
     */
    public static SequenceData of(SequenceDefinition definition, ColumnSource columns) {
        Signals signals = new Signals(definition.domain(), columns);
        Series input = signals.evaluate("input", definition.input());
        Source wanted = definition.target();
        Series target = wanted == null ? null : signals.evaluate("target", wanted);
        new Rules()
                .that(
                        target == null || target.length() == input.length(),
                        "target.column",
                        Rule.NOT_ALLOWED,
                        Reason.OTHER_LENGTH)
                .that(
                        definition.window() < input.length(),
                        "window",
                        Rule.LESS_THAN,
                        input.length())
                .check();
        SequenceData data = new SequenceData(definition, input, input, target, signals.filled());
        data.requireFit();
        return data;
    }

    /**
     * The same, with white Gaussian noise on what is read. The truth stays without it, so that
     * errors tell how well something copes with it; baselines read what a net reads.
     *
     * @param deviation of the noise, in the data's own units; 0 for none
     * @param seed the same one gives the same noise
     */
    public SequenceData withNoise(double deviation, long seed) {
        if (deviation == 0) {
            return this;
        }
        Random random = new Random(seed);
        double[] noisy = clean.values().clone();
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] += deviation * random.nextGaussian();
        }
        Series read = new Series(clean.x(), noisy);
        return new SequenceData(definition, read, clean, target, filled);
    }

    public SequenceDefinition definition() {
        return definition;
    }

    public Series input() {
        return input;
    }

    /** What the input becomes; null but for {@link Task#TRANSLATE}. */
    public @Nullable Series target() {
        return target;
    }

    /** The series a net predicts: the target, or the input itself. */
    public Series truth() {
        return target == null ? clean : target;
    }

    /** Windows in the data: one for each point that has a whole window before it. */
    public int sampleCount() {
        return input.length() - definition.window();
    }

    /** All windows, in order. */
    public Samples samples() {
        return samples(Scales.NONE);
    }

    /** All windows, in order, in the units that a net computes in. */
    public Samples samples(Scales scales) {
        return samples(0, sampleCount(), scales);
    }

    /** The windows that start at {@code first}, {@code first + 1} and so on. */
    public Samples samples(int first, int count) {
        return samples(first, count, Scales.NONE);
    }

    /** As above, in the units that a net computes in. */
    public Samples samples(int first, int count, Scales scales) {
        int window = definition.window();
        float[] inputs = windows(input.values(), first, count, window, scales.input());
        return switch (definition.task()) {
            case NEXT_STEP -> {
                float[] next = windows(input.values(), first + 1, count, window, scales.target());
                yield new Samples(count, window, window, inputs, null, next);
            }
            case NEXT_VALUE -> {
                float[] next = windows(input.values(), first + window, count, 1, scales.target());
                yield new Samples(count, window, 1, inputs, null, next);
            }
            case TRANSLATE -> {
                float[] targets = windows(truth().values(), first, count, window, scales.target());
                float[] delayed = delayed(targets, window);
                yield new Samples(count, window, window, inputs, delayed, targets);
            }
        };
    }

    /** The input's window from {@code start}, in the units that a net computes in. */
    public float[] window(int start, Scales scales) {
        return windows(input.values(), start, 1, definition.window(), scales.input());
    }

    /**
     * The true value of what a net predicts, at an index from 0 along the series. Beyond the end a
     * formula is evaluated further on at the same spacing; a dataset's truth is unknown there, and
     * where a value was missing.
     *
     * @return NaN where the truth is unknown or not finite
     */
    public double truthAt(long index) {
        if (index < input.length()) {
            return filled.get((int) index) ? Double.NaN : truth().values()[(int) index];
        }
        return beyond(index);
    }

    /** What is known of it: with the value that stands for a missing one, and with the noise. */
    public double valueAt(long index) {
        return index < input.length()
                ? (target == null ? input : target).values()[(int) index]
                : beyond(index);
    }

    private double beyond(long index) {
        if (definition.domain() != null && formula != null) {
            double value = formula.at(definition.domain().at(index));
            return Signals.isFloat(value) ? value : Double.NaN;
        }
        return Double.NaN;
    }

    /** Where an index from 0 along the series lies; it may be beyond the end. */
    public double xAt(long index) {
        if (index < input.length()) {
            return input.x()[Math.toIntExact(index)];
        }
        Domain domain = definition.domain();
        return domain == null ? index : domain.at(index);
    }

    private void requireFit() {
        long perSample =
                switch (definition.task()) {
                    case NEXT_STEP -> 2L * definition.window();
                    case NEXT_VALUE -> definition.window() + 1L;
                    case TRANSLATE -> 3L * definition.window();
                };
        long numbers = perSample * sampleCount();
        if (numbers > MOST_NUMBERS) {
            throw new InvalidValue(
                    new FieldError(
                            "window",
                            Rule.TOO_LARGE,
                            Reason.NUMBERS_IN_WINDOWS.of(numbers, sampleCount()),
                            MOST_NUMBERS));
        }
    }

    /** [count][length] of values[first + i .. first + i + length - 1]. */
    private static float[] windows(double[] values, int first, int count, int length, Scale scale) {
        float[] result = new float[count * length];
        for (int i = 0; i < count; i++) {
            for (int t = 0; t < length; t++) {
                result[i * length + t] = scale.in(values[first + i + t]);
            }
        }
        return result;
    }

    /** Each window of [N][T] moved one step on, its first value 0. */
    private static float[] delayed(float[] windows, int window) {
        float[] result = Arrays.copyOf(windows, windows.length);
        for (int start = 0; start < windows.length; start += window) {
            result[start] = 0;
            System.arraycopy(windows, start, result, start + 1, window - 1);
        }
        return result;
    }
}
