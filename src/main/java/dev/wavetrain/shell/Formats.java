package dev.wavetrain.shell;

import java.math.BigDecimal;
import java.math.MathContext;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.function.Function;

/** Numbers as people read them. {@code frontend/wave-numbers.ts} writes them the same way. */
public final class Formats {

    private static final MathContext FOUR_DIGITS = new MathContext(4);
    private static final MathContext THREE_DIGITS = new MathContext(3);

    private Formats() {}

    /**
     * What was measured: four significant digits; below 1e-3 and from 1e6 on three, in scientific
     * notation. Zeros at the end stay, so that numbers under each other have the same length.
     * Values that are not finite are named.
     */
    public static String number(double value) {
        return written(value, BigDecimal::toPlainString);
    }

    /** The same without zeros at the end: a rate, a factor. */
    public static String brief(double value) {
        return written(value, digits -> digits.stripTrailingZeros().toPlainString());
    }

    private static String written(double value, Function<BigDecimal, String> plain) {
        if (Double.isNaN(value)) {
            return "NaN";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        String text =
                size < 1e-3 || size >= 1e6
                        ? scientific(value, plain)
                        : plain.apply(digits(value, FOUR_DIGITS));
        return text.replace('-', '−');
    }

    private static String scientific(double value, Function<BigDecimal, String> plain) {
        BigDecimal rounded = digits(value, THREE_DIGITS);
        int exponent = rounded.precision() - rounded.scale() - 1;
        return plain.apply(rounded.movePointLeft(exponent)) + "e" + exponent;
    }

    /** Rounded, with as many digits as asked for even where the last ones are zeros. */
    private static BigDecimal digits(double value, MathContext context) {
        BigDecimal rounded = new BigDecimal(value).round(context);
        int missing = context.getPrecision() - rounded.precision();
        return missing > 0 ? rounded.setScale(rounded.scale() + missing) : rounded;
    }

    /** A whole number with digit groups. */
    public static String count(long value, Locale locale) {
        return NumberFormat.getIntegerInstance(locale).format(value);
    }

    /** A share of one in per cent, without decimals; below one per cent with one. */
    public static String percent(double share, Locale locale) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(share > 0 && share < 0.01 ? 1 : 0);
        return format.format(share);
    }

    /** A size in the decimal units of file managers. */
    public static String bytes(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        double size = bytes;
        int unit = -1;
        while (size >= 999.5 && unit < 3) {
            size /= 1000;
            unit++;
        }
        return new BigDecimal(size).round(THREE_DIGITS).stripTrailingZeros().toPlainString()
                + " "
                + "kMGT".charAt(unit)
                + "B";
    }
}
