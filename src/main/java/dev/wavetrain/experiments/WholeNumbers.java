package dev.wavetrain.experiments;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Whole numbers in JSON, of any size. */
final class WholeNumbers {

    private static final BigInteger LEAST = BigInteger.valueOf(Integer.MIN_VALUE);
    private static final BigInteger GREATEST = BigInteger.valueOf(Integer.MAX_VALUE);

    private WholeNumbers() {}

    /** 10 and 10.0 are the same JSON number, so both are whole; "10" is a text. */
    static @Nullable BigInteger of(JsonNode value) {
        if (value.isIntegralNumber()) {
            return value.bigIntegerValue();
        }
        double number = value.isNumber() ? value.numberValue().doubleValue() : Double.NaN;
        return number == Math.rint(number) && Math.abs(number) < 0x1p63
                ? BigInteger.valueOf((long) number)
                : null;
    }

    /** The nearest int. */
    static int clamped(@Nullable BigInteger whole, int standIn) {
        return whole == null ? standIn : whole.max(LEAST).min(GREATEST).intValue();
    }
}
