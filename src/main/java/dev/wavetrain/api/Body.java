package dev.wavetrain.api;

import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.Rule;
import dev.wavetrain.common.Shortened;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a JSON body field by field and notes all that is wrong on the way, so that one answer names
 * every field. Null counts as left out. {@link #check} ends the reading.
 */
final class Body {

    private final JsonNode json;
    private final Set<String> known = new LinkedHashSet<>();
    private final List<FieldError> errors = new ArrayList<>();

    private Body(JsonNode json) {
        this.json = json;
    }

    static Body of(JsonNode json) {
        if (!json.isObject()) {
            throw new InvalidValue(new FieldError("", Rule.WRONG_TYPE, "an object"));
        }
        return new Body(json);
    }

    /** The field as it is; null where it is left out. */
    @Nullable JsonNode any(String field) {
        known.add(field);
        JsonNode value = json.get(field);
        return value == null || value.isNull() ? null : value;
    }

    @Nullable String text(String field) {
        JsonNode value = any(field);
        if (value == null || !is(value.isString(), field, "a text")) {
            return null;
        }
        return value.stringValue();
    }

    /** Never null: where it is left out an error is noted. */
    String requiredText(String field) {
        return required(field) instanceof JsonNode value && is(value.isString(), field, "a text")
                ? value.stringValue()
                : "";
    }

    @Nullable JsonNode required(String field) {
        JsonNode value = any(field);
        if (value == null) {
            wrong(field, Rule.REQUIRED);
        }
        return value;
    }

    /** A whole number; 10 and 10.0 are the same one. */
    @Nullable Long number(String field) {
        JsonNode value = any(field);
        if (value == null || !is(isWhole(value), field, "a whole number")) {
            return null;
        }
        return whole(value);
    }

    /** As {@link #number} within an int; what lies beyond breaks the limit given. */
    @Nullable Integer number(String field, int least, int most) {
        Long value = number(field);
        if (value == null) {
            return null;
        }
        if (value < least) {
            wrong(field, Rule.AT_LEAST, least);
        } else if (value > most) {
            wrong(field, Rule.AT_MOST, most);
        }
        return (int) Math.clamp(value, least, most);
    }

    /** Any finite number; null where it is left out. */
    @Nullable Double decimal(String field) {
        JsonNode value = any(field);
        if (value == null || !is(value.isNumber(), field, "a number")) {
            return null;
        }
        double number = value.doubleValue();
        if (!Double.isFinite(number)) {
            wrong(field, Rule.FINITE);
            return null;
        }
        return number;
    }

    /** False where it is left out. */
    boolean flag(String field) {
        JsonNode value = any(field);
        return value != null
                && is(value.isBoolean(), field, "true or false")
                && value.booleanValue();
    }

    @Nullable List<String> texts(String field) {
        JsonNode value = any(field);
        if (value == null || !is(value.isArray(), field, "a list of texts")) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode entry : value) {
            if (is(entry.isString(), field + "[" + texts.size() + "]", "a text")) {
                texts.add(entry.stringValue());
            }
        }
        return texts;
    }

    @Nullable List<Integer> numbers(String field) {
        JsonNode value = any(field);
        if (value == null || !is(value.isArray(), field, "a list of whole numbers")) {
            return null;
        }
        List<Integer> numbers = new ArrayList<>();
        for (JsonNode entry : value) {
            boolean fits = isWhole(entry) && Math.abs(entry.doubleValue()) <= Integer.MAX_VALUE;
            if (is(fits, field + "[" + numbers.size() + "]", "a whole number")) {
                numbers.add((int) entry.doubleValue());
            }
        }
        return numbers;
    }

    /**
     * Whole numbers as large as they come. A list that is too long is refused for its length, not
     * read to its end.
     */
    @Nullable List<Long> wholes(String field, int most) {
        JsonNode value = any(field);
        if (value == null || !is(value.isArray(), field, "a list of whole numbers")) {
            return null;
        }
        if (value.size() > most) {
            wrong(field, Rule.TOO_MANY, most, value.size());
            return null;
        }
        List<Long> numbers = new ArrayList<>();
        for (JsonNode entry : value) {
            if (is(isWhole(entry), field + "[" + numbers.size() + "]", "a whole number")) {
                numbers.add(whole(entry));
            }
        }
        return numbers;
    }

    private static long whole(JsonNode value) {
        return value.isIntegralNumber() ? value.longValue() : (long) value.doubleValue();
    }

    Map<String, JsonNode> object(String field) {
        JsonNode value = any(field);
        Map<String, JsonNode> entries = new LinkedHashMap<>();
        if (value != null && is(value.isObject(), field, "an object")) {
            value.properties().forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
        }
        return entries;
    }

    @Nullable Instant time(String field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            wrong(field, Rule.WRONG_TYPE, "a time such as 2030-01-31T12:00:00Z");
            return null;
        }
    }

    <E extends Enum<E>> @Nullable E choice(String field, Class<E> choices) {
        String text = text(field);
        for (E choice : choices.getEnumConstants()) {
            if (choice.name().equals(text)) {
                return choice;
            }
        }
        if (text != null) {
            wrong(field, Rule.ONE_OF, String.join(", ", names(choices)));
        }
        return null;
    }

    void wrong(String field, Rule rule, Object... arguments) {
        errors.add(new FieldError(field, rule, arguments));
    }

    void wrong(InvalidValue e) {
        errors.addAll(e.errors());
    }

    /** Throws all that was noted, unknown fields too. */
    void check() {
        json.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> wrong(shortened(name), Rule.UNKNOWN_FIELD));
        if (!errors.isEmpty()) {
            throw new InvalidValue(errors);
        }
    }

    private boolean is(boolean holds, String field, String type) {
        if (!holds) {
            wrong(field, Rule.WRONG_TYPE, type);
        }
        return holds;
    }

    private static boolean isWhole(JsonNode value) {
        return value.isIntegralNumber()
                ? value.canConvertToLong()
                : value.isNumber()
                        && value.doubleValue() == Math.rint(value.doubleValue())
                        && Math.abs(value.doubleValue()) < 0x1p53;
    }

    private static <E extends Enum<E>> List<String> names(Class<E> choices) {
        List<String> names = new ArrayList<>();
        for (E choice : choices.getEnumConstants()) {
            names.add(choice.name());
        }
        return names;
    }

    /** A made-up name can be as long as the body: the answer need not repeat all of it. */
    private static String shortened(String name) {
        return Shortened.of(name, 100);
    }
}
