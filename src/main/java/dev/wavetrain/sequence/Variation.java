package dev.wavetrain.sequence;

import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.Reason;
import dev.wavetrain.common.Rule;
import dev.wavetrain.common.Rules;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A wave made different in one or several numbers: {@code amplitude * f((x + phase) / period)},
 * with noise on what is read of it.
 *
 * @param period how many times as long the wave takes; 1 as it is. All of it is stretched, an
 *     envelope too
 * @param phase how much further along x it begins; 0 as it is
 * @param amplitude how many times as high it is; 1 as it is
 * @param noise the standard deviation of the noise, in the wave's own units; 0 as it is
 */
public record Variation(double period, double phase, double amplitude, double noise) {

    /** The wave as it is. */
    public static final Variation NONE = new Variation(1, 0, 1, 0);

    /** The furthest that any of the numbers goes. */
    public static final double MOST = 1e6;

    private static final double LEAST_PERIOD = 1e-6;

    /** The name x where it is one by itself: not in exp, not in max. */
    private static final Pattern X = Pattern.compile("(?<![A-Za-z0-9_])x(?![A-Za-z0-9_])");

    /** The numbers that can be varied. */
    public enum Knob {
        PERIOD(1),
        PHASE(0),
        AMPLITUDE(1),
        NOISE(0);

        private final double asItIs;

        Knob(double asItIs) {
            this.asItIs = asItIs;
        }

        /** The value that changes nothing: what a net was trained on. */
        public double asItIs() {
            return asItIs;
        }
    }

    public Variation {
        new Rules()
                .inside("period", period, LEAST_PERIOD, MOST)
                .inside("phase", phase, -MOST, MOST)
                .inside("amplitude", amplitude, -MOST, MOST)
                .inside("noise", noise, 0, MOST)
                .check();
    }

    /** The same with one number changed. */
    public Variation with(Knob knob, double value) {
        return switch (knob) {
            case PERIOD -> new Variation(value, phase, amplitude, noise);
            case PHASE -> new Variation(period, value, amplitude, noise);
            case AMPLITUDE -> new Variation(period, phase, value, noise);
            case NOISE -> new Variation(period, phase, amplitude, value);
        };
    }

    /**
     * The same wave made different, but for the noise, which {@link SequenceData#withNoise} adds.
     *
     * @throws InvalidValue where a column of data would have to be another: only noise can be put
     *     on those; or where a formula gets too long
     */
    public SequenceDefinition of(SequenceDefinition sequence) {
        if (period == 1 && phase == 0 && amplitude == 1) {
            return sequence;
        }
        Source target = sequence.target();
        return new SequenceDefinition(
                sequence.task(),
                varied(sequence.input()),
                target == null ? null : varied(target),
                sequence.domain(),
                sequence.window(),
                sequence.scaling());
    }

    private Source varied(Source source) {
        if (source instanceof Source.Formula(String text)) {
            String moved = X.matcher(text).replaceAll(Matcher.quoteReplacement(x()));
            return new Source.Formula(amplitude == 1 ? moved : amplitude + "*(" + moved + ")");
        }
        throw new InvalidValue(new FieldError(changed(), Rule.NOT_ALLOWED, Reason.ROWS_ARE_POINTS));
    }

    private String x() {
        String moved = phase == 0 ? "x" : "(x+(" + phase + "))";
        return period == 1 ? moved : "(" + moved + "/" + period + ")";
    }

    private String changed() {
        return period != 1 ? "period" : phase != 0 ? "phase" : "amplitude";
    }
}
