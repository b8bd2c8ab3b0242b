package dev.wavetrain.sequence;

import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.Rule;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Turns sources into series, refusing what nets cannot compute with. */
final class Signals {

    private final double @Nullable [] grid;
    private final ColumnSource columns;
    private BitSet filled = new BitSet();

    Signals(@Nullable Domain domain, ColumnSource columns) {
        this.grid = domain == null ? null : domain.grid();
        this.columns = columns;
    }

    /**
     * @param field what errors are reported under
     */
    Series evaluate(String field, Source source) {
        filled = new BitSet();
        return switch (source) {
            case Source.Formula(String text) -> formula(field + ".expression", text);
            case Source.Column column -> column(field, column);
        };
    }

    /** Which values of the series evaluated last were not there, and were filled. */
    BitSet filled() {
        return filled;
    }

    /** Nets compute in 32 bits: a value beyond them would be infinite there. */
    static boolean isFloat(double value) {
        return Float.isFinite((float) value);
    }

    private Series formula(String field, String text) {
        if (grid == null) {
            throw new InvalidValue(new FieldError("domain", Rule.REQUIRED));
        }
        Expression expression = Expression.parse(field, text);
        double[] values = new double[grid.length];
        for (int i = 0; i < grid.length; i++) {
            values[i] = expression.at(grid[i]);
        }
        return finite(field, new Series(grid, values));
    }

    private Series column(String field, Source.Column source) {
        double[] values;
        try {
            values = columns.values(source.dataset(), source.column());
        } catch (InvalidValue e) {
            throw new InvalidValue(e.errors().stream().map(error -> error.under(field)).toList());
        }
        Gaps.Filled whole = Gaps.fill(field + ".column", values, source.missing());
        filled = whole.filled();
        double[] x = new double[values.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = i;
        }
        return finite(field + ".column", new Series(x, whole.values()));
    }

    private static Series finite(String field, Series series) {
        for (int i = 0; i < series.length(); i++) {
            double value = series.values()[i];
            if (!isFloat(value)) {
                Rule rule = Double.isFinite(value) ? Rule.OUT_OF_RANGE_AT : Rule.NOT_FINITE_AT;
                throw new InvalidValue(new FieldError(field, rule, series.x()[i]));
            }
        }
        return series;
    }
}
