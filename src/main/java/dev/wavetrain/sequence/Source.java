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

    /** A column of an uploaded dataset; its rows are the points. */
    record Column(String dataset, String column) implements Source {
        public Column {
            new Rules()
                    .that(!dataset.isBlank(), "dataset", Rule.REQUIRED)
                    .that(!column.isBlank(), "column", Rule.REQUIRED)
                    .check();
        }
    }
}
