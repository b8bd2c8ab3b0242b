package dev.wavetrain.sequence;

import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.Rule;

/** Where the columns of datasets come from. */
@FunctionalInterface
public interface ColumnSource {

    /** For series made of formulas alone: no dataset exists. */
    ColumnSource NONE =
            (dataset, column) -> {
                throw new InvalidValue(new FieldError("dataset", Rule.NOT_FOUND));
            };

    /**
     * The values of a column, one a row.
     *
     * @throws InvalidValue where there is no such dataset or column, at {@code dataset} or {@code
     *     column}
     */
    double[] values(String dataset, String column);
}
