package dev.wavetrain.sequence;

import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.Reason;
import dev.wavetrain.common.Rule;
import dev.wavetrain.common.Rules;
import java.util.ArrayList;
import java.util.List;

/**
 * The points x at which formulas are evaluated: evenly spaced, as numpy's {@code linspace} in
 * float64.
 *
 * @param from the first x: a formula without x, such as {@code -3*pi}
 * @param to where the points end, written likewise
 * @param endpoint whether {@code to} is itself the last point
 */
public record Domain(String from, String to, int points, boolean endpoint) {

    public static final int FEWEST_POINTS = 2;
    public static final int MOST_POINTS = 200_000;

    public Domain {
        List<FieldError> errors = new ArrayList<>();
        double first = constant("from", from, errors);
        double end = constant("to", to, errors);
        if (errors.isEmpty()) {
            if (first == end) {
                errors.add(new FieldError("to", Rule.NOT_ALLOWED, Reason.SAME_AS_FROM));
            } else if (!Double.isFinite(end - first)) {
                errors.add(new FieldError("to", Rule.FINITE));
            }
        }
        try {
            new Rules().between("points", points, FEWEST_POINTS, MOST_POINTS).check();
        } catch (InvalidValue e) {
            errors.addAll(e.errors());
        }
        if (!errors.isEmpty()) {
            throw new InvalidValue(errors);
        }
    }

    /** All points, the last one exactly {@code to} where that is a point. */
    public double[] grid() {
        double[] x = new double[points];
        double start = start();
        double step = step();
        for (int i = 0; i < points; i++) {
            x[i] = i * step + start;
        }
        if (endpoint) {
            x[points - 1] = end();
        }
        return x;
    }

    /** The distance between neighbouring points; negative where {@code to} lies below. */
    public double step() {
        return (end() - start()) / (endpoint ? points - 1 : points);
    }

    /** The point at an index from 0, which may lie beyond the last: the spacing stays. */
    public double at(long index) {
        return endpoint && index == points - 1 ? end() : index * step() + start();
    }

    private double start() {
        return Expression.parse("from", from).at(0);
    }

    private double end() {
        return Expression.parse("to", to).at(0);
    }

    private static double constant(String field, String text, List<FieldError> errors) {
        try {
            Expression expression = Expression.parse(field, text);
            double value = expression.at(0);
            new Rules()
                    .that(expression.constant(), field, Rule.NOT_ALLOWED, Reason.X_HAS_NO_VALUE)
                    .that(Double.isFinite(value), field, Rule.FINITE)
                    .check();
            return value;
        } catch (InvalidValue e) {
            errors.addAll(e.errors());
            return Double.NaN;
        }
    }
}
