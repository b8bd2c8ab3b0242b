package dev.wavetrain.experiments.ui;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Numbers between a text field and JSON. */
public final class EnteredNumber {
    /** A double has no more; a longer exponent would only cost memory. */
    private static final int MOST_EXPONENT = 400;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private EnteredNumber() {}

    /**
     * A whole number where the text is one, a fraction where it is one, else the text itself, which
     * is then refused with the right message. Full-width digits count as digits.
     */
    public static JsonNode parse(String entered) {
        String text = normal(entered);
        try {
            BigDecimal number = new BigDecimal(text).stripTrailingZeros();
            if (Math.abs((long) number.scale()) > MOST_EXPONENT
                    || number.precision() > MOST_EXPONENT) {
                return NODES.stringNode(text);
            }
            return number.scale() <= 0 ? whole(number) : NODES.numberNode(number.doubleValue());
        } catch (NumberFormatException _) {
            return NODES.stringNode(text);
        }
    }

    private static JsonNode whole(BigDecimal number) {
        try {
            return NODES.numberNode(number.longValueExact());
        } catch (ArithmeticException _) {
            return NODES.numberNode(number.doubleValue());
        }
    }

    /** As short as it can be written: 40, 0.01, 1e-7. */
    public static String text(JsonNode value) {
        if (!value.isNumber() || value.isIntegralNumber()) {
            return value.asString();
        }
        String text = Double.toString(value.doubleValue()).toLowerCase(Locale.ROOT);
        return text.replace(".0e", "e").replaceAll("\\.0$", "");
    }

    /** Without spaces around, full-width characters as plain ones. */
    static String normal(String entered) {
        return Normalizer.normalize(entered, Normalizer.Form.NFKC).strip();
    }
}
