package dev.wavetrain.lab;

import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.Reason;
import dev.wavetrain.common.Rule;
import dev.wavetrain.sequence.Variation;
import dev.wavetrain.sequence.Variation.Knob;
import java.util.ArrayList;
import java.util.List;

/**
 * One number of a wave at several values.
 *
 * @param steps how many values, evenly spaced, both ends among them
 */
public record Sweep(Knob over, double from, double to, int steps) {

    public static final int FEWEST = 2;
    public static final int MOST = 50;

    public Sweep {
        List<FieldError> errors = new ArrayList<>();
        check("from", over, from, errors);
        check("to", over, to, errors);
        if (from == to) {
            errors.add(new FieldError("to", Rule.NOT_ALLOWED, Reason.SAME_AS_FROM));
        }
        if (steps < FEWEST) {
            errors.add(new FieldError("steps", Rule.AT_LEAST, FEWEST));
        }
        if (steps > MOST) {
            errors.add(new FieldError("steps", Rule.AT_MOST, MOST));
        }
        if (!errors.isEmpty()) {
            throw new InvalidValue(errors);
        }
    }

    private static void check(String field, Knob over, double value, List<FieldError> errors) {
        try {
            var _ = Variation.NONE.with(over, value);
        } catch (InvalidValue e) {
            e.errors()
                    .forEach(one -> errors.add(new FieldError(field, one.rule(), one.arguments())));
        }
    }

    /** From the first to the last. */
    public double[] values() {
        double[] values = new double[steps];
        for (int i = 0; i < steps; i++) {
            values[i] = i == steps - 1 ? to : from + i * (to - from) / (steps - 1);
        }
        return values;
    }
}
