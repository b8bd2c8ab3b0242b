package dev.wavetrain.sharing.archive;

import dev.wavetrain.common.Rules;
import dev.wavetrain.sharing.BadArchive;
import dev.wavetrain.sharing.BadArchive.Reason;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One object of an archive, each value of which is looked at before it is taken. */
record Line(String name, JsonNode json) {

    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    UUID id(String field) {
        UUID id = idOrNull(field);
        return id == null ? wrong(field) : id;
    }

    @Nullable UUID idOrNull(String field) {
        JsonNode value = value(field);
        if (value == null) {
            return null;
        }
        try {
            UUID id = UUID.fromString(value.asString(""));
            // The parser takes shortened forms as well; an id has one spelling.
            return id.toString().equals(value.asString("")) ? id : wrong(field);
        } catch (IllegalArgumentException e) {
            return wrong(field);
        }
    }

    /** One line of text that is not empty. */
    String line(String field, int longest) {
        String text = text(field, longest);
        held(field, () -> new Rules().line(field, text, longest).check());
        return text;
    }

    String text(String field, int longest) {
        String text = textOrNull(field, longest);
        return text == null ? wrong(field) : text;
    }

    @Nullable String textOrNull(String field, int longest) {
        JsonNode value = value(field);
        if (value == null) {
            return null;
        }
        if (!value.isString()) {
            return wrong(field);
        }
        String text = value.stringValue();
        held(field, () -> new Rules().text(field, text, longest).check());
        return whole(text) ? text : wrong(field);
    }

    /** Half a character is none, and databases differ in what they make of it. */
    static boolean whole(String text) {
        return text.codePoints()
                .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    long whole(String field, long least, long most) {
        JsonNode value = value(field);
        if (value == null
                || !value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < least
                || value.longValue() > most) {
            return this.<Long>wrong(field);
        }
        return value.longValue();
    }

    int number(String field, int least, int most) {
        return (int) whole(field, least, most);
    }

    @Nullable Integer numberOrNull(String field, int least, int most) {
        return value(field) == null ? null : number(field, least, most);
    }

    /** Those that are not finite are texts. */
    @Nullable Double real(String field) {
        JsonNode value = value(field);
        if (value == null) {
            return null;
        }
        if (value.isNumber()) {
            double number = value.doubleValue();
            return Double.isFinite(number) ? (Double) number : wrong(field);
        }
        return switch (value.asString("")) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> wrong(field);
        };
    }

    double realThere(String field) {
        Double value = real(field);
        return value == null ? this.<Double>wrong(field) : value;
    }

    boolean flag(String field) {
        JsonNode value = value(field);
        return value == null || !value.isBoolean()
                ? this.<Boolean>wrong(field)
                : value.booleanValue();
    }

    Instant time(String field) {
        Instant time = timeOrNull(field);
        return time == null ? wrong(field) : time;
    }

    @Nullable Instant timeOrNull(String field) {
        JsonNode value = value(field);
        if (value == null) {
            return null;
        }
        try {
            Instant time = Instant.parse(value.asString(""));
            return time.isBefore(FIRST) || !time.isBefore(LAST) ? wrong(field) : time;
        } catch (DateTimeException e) {
            return wrong(field);
        }
    }

    <E extends Enum<E>> @Nullable E choice(String field, Class<E> of) {
        JsonNode value = value(field);
        if (value == null) {
            return null;
        }
        for (E constant : of.getEnumConstants()) {
            if (constant.name().equals(value.asString(""))) {
                return constant;
            }
        }
        return wrong(field);
    }

    /** As {@link #choice}, of a value that is there. */
    <E extends Enum<E>> E choiceThere(String field, Class<E> of) {
        E chosen = choice(field, of);
        return chosen == null ? wrong(field) : chosen;
    }

    /** Runs what refuses a value by the rules that hold for everybody's. */
    void held(String field, Runnable check) {
        try {
            check.run();
        } catch (IllegalArgumentException refused) {
            wrong(field);
        }
    }

    <T> T wrong(String field) {
        throw new BadArchive(Reason.VALUE, name + ", " + field);
    }

    private @Nullable JsonNode value(String field) {
        JsonNode value = json.get(field);
        return value == null || value.isNull() ? null : value;
    }
}
