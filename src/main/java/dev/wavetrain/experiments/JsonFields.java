package dev.wavetrain.experiments;

import dev.wavetrain.common.Reason;
import dev.wavetrain.common.Rule;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
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
    private final FieldNotes notes;
    private final Set<String> known = new HashSet<>();

    private JsonFields(JsonNode object, String path, FieldNotes notes) {
        this.object = object;
        this.path = path;
        this.notes = notes;
    }

    static JsonFields root(JsonNode object, FieldNotes notes) {
        return new JsonFields(object, "", notes);
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
            note(name, Rule.WRONG_TYPE, Reason.AN_OBJECT);
            return null;
        }
        return new JsonFields(value, at(name), notes);
    }

    String text(String name, String standIn) {
        return demand(name)
                ? typed(name, standIn, Reason.A_TEXT, JsonNode::isString, JsonNode::stringValue)
                : standIn;
    }

    boolean flag(String name, boolean standard) {
        return typed(
                name, standard, Reason.TRUE_OR_FALSE, JsonNode::isBoolean, JsonNode::booleanValue);
    }

    double number(String name, double standard) {
        return typed(
                name,
                standard,
                Reason.A_NUMBER,
                JsonNode::isNumber,
                value -> value.numberValue().doubleValue());
    }

    private <T> T typed(
            String name,
            T standard,
            Reason type,
            Predicate<JsonNode> is,
            Function<JsonNode, T> as) {
        JsonNode value = value(name);
        if (value == null) {
            return standard;
        }
        if (!is.test(value)) {
            note(name, Rule.WRONG_TYPE, type);
            return standard;
        }
        return as.apply(value);
    }

    int requiredInteger(String name, int standIn) {
        return demand(name) ? integer(name, standIn) : standIn;
    }

    /** What lies beyond an int becomes the nearest one, which breaks the field's own limit. */
    int integer(String name, int standard) {
        return WholeNumbers.clamped(wholeNumber(name, value(name)), standard);
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
            note(name, Rule.WRONG_TYPE, Reason.WHOLE_NUMBERS);
            return List.of(standIn);
        }
        List<Integer> result = new ArrayList<>();
        for (JsonNode entry : value) {
            String entryName = name + "[" + result.size() + "]";
            result.add(WholeNumbers.clamped(wholeNumber(entryName, entry), standIn));
        }
        return result;
    }

    <E extends Enum<E>> E requiredChoice(String name, E standIn) {
        return demand(name) ? choice(name, standIn) : standIn;
    }

    <E extends Enum<E>> E choice(String name, E standard) {
        return choice(name, standard, Enum::name);
    }

    /**
     * @param written how a choice is written
     */
    <E extends Enum<E>> E choice(String name, E standard, Function<E, String> written) {
        JsonNode value = value(name);
        if (value == null) {
            return standard;
        }
        List<E> choices = List.of(standard.getDeclaringClass().getEnumConstants());
        for (E one : choices) {
            if (value.isString() && written.apply(one).equals(value.stringValue())) {
                return one;
            }
        }
        note(name, Rule.ONE_OF, choices.stream().map(written).collect(Collectors.joining(", ")));
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

    /** Whether anything was noted at or below one of these fields. */
    boolean isWrong(String... names) {
        return Stream.of(names).map(this::at).anyMatch(notes::isWrong);
    }

    void note(String name, Rule rule, Object... arguments) {
        notes.add(at(name), rule, arguments);
    }

    /** What {@code constructor} makes of the fields read; null, and noted, where it refuses. */
    <T> @Nullable T build(Supplier<T> constructor) {
        return notes.build(path, constructor);
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

    private @Nullable BigInteger wholeNumber(String name, @Nullable JsonNode value) {
        if (value == null) {
            return null;
        }
        BigInteger whole = WholeNumbers.of(value);
        if (whole == null) {
            note(name, Rule.WRONG_TYPE, Reason.A_WHOLE_NUMBER);
        }
        return whole;
    }

    private String at(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
