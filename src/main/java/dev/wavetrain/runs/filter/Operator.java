package dev.wavetrain.runs.filter;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a field is compared with a value. */
public enum Operator {
    EQUAL("="),
    UNEQUAL("!="),
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">="),
    CONTAINS("contains");

    private static final Map<String, Operator> OTHERS =
            Map.of("==", EQUAL, "<>", UNEQUAL, "~", CONTAINS);

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    public String sign() {
        return sign;
    }

    static @Nullable Operator of(String written) {
        for (Operator operator : values()) {
            if (operator.sign.equalsIgnoreCase(written)) {
                return operator;
            }
        }
        return OTHERS.get(written);
    }

    boolean ordering() {
        return this == LESS || this == AT_MOST || this == GREATER || this == AT_LEAST;
    }
}
