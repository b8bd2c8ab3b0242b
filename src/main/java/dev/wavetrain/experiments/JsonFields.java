package dev.wavetrain.experiments;

import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.Rule;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the fields of one JSON object. A field that is wrong is noted and read as a stand-in that
 * breaks no rule, so that one reading finds everything that is wrong. A field that is null counts
 * as left out.
 */
final class JsonFields {

    private final JsonNode object;
    private final String path;
    private final List<FieldError> errors;
    private final Set<String> known = new HashSet<>();

    private JsonFields(JsonNode object, String path, List<FieldError> errors) {
        this.object = object;
        this.path = path;
        this.errors = errors;
    }

    static JsonFields root(JsonNode object, List<FieldError> errors) {
        return new JsonFields(object, "", errors);
    }

    /** Whether the field is there and not null. */
    boolean has(String name) {
        known.add(name);
        JsonNode value = object.get(name);
        return value != null && !value.isNull();
    }

    /** The object in a field; null, and noted, where there is none. */
    @Nullable JsonFields required(String name) {
        return demand(name) ? optional(name) : null;
    }

    /** The object in a field; null where it is left out, or noted as something else. */
    @Nullable JsonFields optional(String name) {
        JsonNode value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isObject()) {
            note(name, Rule.WRONG_TYPE, "an object");
            return null;
        }
        return new JsonFields(value, at(name), errors);
    }

    String text(String name, String standIn) {
        JsonNode value = demand(name) ? value(name) : null;
        if (value == null) {
            return standIn;
        }
        if (!value.isString()) {
            note(name, Rule.WRONG_TYPE, "a text");
            return standIn;
        }
        return value.stringValue();
    }

    boolean flag(String name, boolean standard) {
        JsonNode value = value(name);
        if (value == null) {
            return standard;
        }
        if (!value.isBoolean()) {
            note(name, Rule.WRONG_TYPE, "true or false");
            return standard;
        }
        return value.booleanValue();
    }

    double number(String name, double standard) {
        JsonNode value = value(name);
        if (value == null) {
            return standard;
        }
        if (!value.isNumber()) {
            note(name, Rule.WRONG_TYPE, "a number");
            return standard;
        }
        return value.numberValue().doubleValue();
    }

    int requiredInteger(String name, int standIn) {
        return demand(name) ? integer(name, standIn) : standIn;
    }

    /** What lies beyond an int becomes the nearest one, which breaks the field's own limit. */
    int integer(String name, int standard) {
        return clamped(wholeNumber(name, value(name)), standard);
    }

    long longInteger(String name, long standard) {
        BigInteger whole = wholeNumber(name, value(name));
        if (whole == null) {
            return standard;
        }
        if (whole.bitLength() > 63) {
            boolean below = whole.signum() < 0;
            note(
                    name,
                    below ? Rule.AT_LEAST : Rule.AT_MOST,
                    below ? Long.MIN_VALUE : Long.MAX_VALUE);
            return standard;
        }
        return whole.longValue();
    }

    List<Integer> requiredIntegers(String name, int standIn) {
        JsonNode value = demand(name) ? value(name) : null;
        if (value == null) {
            return List.of(standIn);
        }
        if (!value.isArray()) {
            note(name, Rule.WRONG_TYPE, "a list of whole numbers");
            return List.of(standIn);
        }
        List<Integer> result = new ArrayList<>();
        for (JsonNode entry : value) {
            String entryName = name + "[" + result.size() + "]";
            result.add(clamped(wholeNumber(entryName, entry), standIn));
        }
        return result;
    }

    <E extends Enum<E>> E requiredChoice(String name, E standIn) {
        return demand(name) ? choice(name, standIn) : standIn;
    }

    <E extends Enum<E>> E choice(String name, E standard) {
        E[] choices = standard.getDeclaringClass().getEnumConstants();
        return chosen(name, standard, Stream.of(choices), Enum::name);
    }

    /** As {@link #choice}, the choices written in lower case. */
    <E extends Enum<E>> E lowerCaseChoice(String name, E standard) {
        E[] choices = standard.getDeclaringClass().getEnumConstants();
        return chosen(name, standard, Stream.of(choices), e -> e.name().toLowerCase(Locale.ROOT));
    }

    private <E> E chosen(String name, E standard, Stream<E> choices, Function<E, String> written) {
        JsonNode value = value(name);
        if (value == null) {
            return standard;
        }
        List<E> all = choices.toList();
        for (E one : all) {
            if (value.isString() && written.apply(one).equals(value.stringValue())) {
                return one;
            }
        }
        note(name, Rule.ONE_OF, all.stream().map(written).collect(Collectors.joining(", ")));
        return standard;
    }

    /** Notes every field that nobody asked for. */
    void rejectUnknown() {
        for (String name : object.propertyNames()) {
            if (!known.contains(name)) {
                note(name, Rule.UNKNOWN_FIELD);
            }
        }
    }

    /** Whether anything at or below this object was noted. */
    boolean isWrong(String... names) {
        return Arrays.stream(names)
                .map(this::at)
                .anyMatch(field ->
                        errors.stream()
                                .anyMatch(error ->
                                        error.field().equals(field)
                                                || error.field().startsWith(field + ".")));
    }

    void note(String name, Rule rule, Object... arguments) {
        errors.add(new FieldError(at(name), rule, arguments));
    }

    /**
     * What {@code constructor} makes; null where it refuses. Its errors are noted here, but for
     * fields that are known to be wrong already.
     */
    <T> @Nullable T build(Supplier<T> constructor) {
        try {
            return constructor.get();
        } catch (InvalidValue e) {
            Set<String> wrong = errors.stream().map(FieldError::field).collect(Collectors.toSet());
            for (FieldError error : e.errors()) {
                FieldError here = path.isEmpty() ? error : error.under(path);
                if (!wrong.contains(here.field())) {
                    errors.add(here);
                }
            }
            return null;
        }
    }

    private boolean demand(String name) {
        if (!has(name)) {
            note(name, Rule.REQUIRED);
            return false;
        }
        return true;
    }

    private @Nullable JsonNode value(String name) {
        return has(name) ? object.get(name) : null;
    }

    /** 10 and 10.0 are the same JSON number, so both are whole; "10" is a text. */
    private @Nullable BigInteger wholeNumber(String name, @Nullable JsonNode value) {
        if (value == null) {
            return null;
        }
        if (value.isIntegralNumber()) {
            return value.bigIntegerValue();
        }
        double number = value.isNumber() ? value.numberValue().doubleValue() : Double.NaN;
        if (number == Math.rint(number) && Math.abs(number) < 0x1p63) {
            return BigInteger.valueOf((long) number);
        }
        note(name, Rule.WRONG_TYPE, "a whole number");
        return null;
    }

    private static int clamped(@Nullable BigInteger whole, int standIn) {
        return whole == null
                ? standIn
                : whole.max(BigInteger.valueOf(Integer.MIN_VALUE))
                        .min(BigInteger.valueOf(Integer.MAX_VALUE))
                        .intValue();
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
