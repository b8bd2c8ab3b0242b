package dev.wavetrain.sequence;

import dev.wavetrain.common.Rule;
import dev.wavetrain.common.Rules;

/** Where a series comes from. */
public sealed interface Source {

    /** A formula in {@code x}, evaluated over the definition's domain. */
    record Formula(String expression) implements Source {
        public Formula {
            Expression.parse("expression", expression);
        }
    }

    /**
     * A column of an uploaded dataset; its rows are the points.
     *
     * @param missing what becomes of values that it lacks
     */
    record Column(String dataset, String column, Missing missing) implements Source {

        public Column(String dataset, String column) {
            this(dataset, column, Missing.REFUSE);
        }

        public Column {
            new Rules()
                    .that(!dataset.isBlank(), "dataset", Rule.REQUIRED)
                    .that(!column.isBlank(), "column", Rule.REQUIRED)
                    .check();
        }
    }
}
