package dev.wavetrain.sequence;

import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.Rule;
import java.util.BitSet;

/** Fills what a column lacks. */
final class Gaps {

    /**
     * @param values the given ones where nothing was filled
     * @param filled which of them were not there
     */
    record Filled(double[] values, BitSet filled) {}

    private Gaps() {}

    /**
     * @param values NaN where one is missing; not modified
     * @throws InvalidValue where they are to be refused, or none is known
     */
    static Filled fill(String field, double[] values, Missing missing) {
        BitSet lacking = new BitSet();
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                lacking.set(i);
            }
        }
        if (lacking.isEmpty()) {
            return new Filled(values, lacking);
        }
        if (missing == Missing.REFUSE || lacking.cardinality() == values.length) {
            throw new InvalidValue(
                    new FieldError(
                            field,
                            Rule.MISSING_VALUES,
                            lacking.cardinality(),
                            values.length,
                            lacking.nextSetBit(0) + 1));
        }
        double[] whole = values.clone();
        for (int i = lacking.nextSetBit(0); i >= 0; i = lacking.nextSetBit(i + 1)) {
            int before = lacking.previousClearBit(i);
            int after = lacking.nextClearBit(i);
            whole[i] =
                    switch (missing) {
                        case LAST -> values[before >= 0 ? before : after];
                        case LINEAR -> between(values, before, i, after);
                        default -> 0;
                    };
        }
        return new Filled(whole, lacking);
    }

    private static double between(double[] values, int before, int at, int after) {
        if (before < 0) {
            return values[after];
        }
        if (after >= values.length) {
            return values[before];
        }
        double share = (double) (at - before) / (after - before);
        return values[before] * (1 - share) + values[after] * share;
    }
}
