package dev.wavetrain.api;

import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads numbers from an address's query and notes all that is wrong, as {@link Body} does. */
final class Parameters {

    static final int MOST_ITEMS = 200;
    static final int USUAL_ITEMS = 50;
    static final int LAST_PAGE = 1_000_000;

    private final List<FieldError> errors = new ArrayList<>();

    int number(String name, @Nullable String text, int standard, int least, int most) {
        if (text == null || text.isBlank()) {
            return standard;
        }
        long value;
        try {
            value = Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            errors.add(new FieldError(name, Rule.WRONG_TYPE, "a whole number"));
            return standard;
        }
        if (value < least) {
            errors.add(new FieldError(name, Rule.AT_LEAST, least));
        } else if (value > most) {
            errors.add(new FieldError(name, Rule.AT_MOST, most));
        }
        return (int) Math.clamp(value, least, most);
    }

    /** Never null: where it is left out an error is noted. */
    String required(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            errors.add(new FieldError(name, Rule.REQUIRED));
            return "";
        }
        return text.strip();
    }

    /** What stands between commas. */
    static List<String> list(@Nullable String text) {
        return text == null
                ? List.of()
                : Stream.of(text.split(",")).map(String::strip).filter(k -> !k.isEmpty()).toList();
    }

    int page(@Nullable String text) {
        return number("page", text, 0, 0, LAST_PAGE);
    }

    int size(@Nullable String text) {
        return number("size", text, USUAL_ITEMS, 1, MOST_ITEMS);
    }

    boolean flag(String name, @Nullable String text) {
        if (text == null || text.isBlank() || text.equals("false")) {
            return false;
        }
        if (!text.equals("true")) {
            errors.add(new FieldError(name, Rule.WRONG_TYPE, "true or false"));
        }
        return true;
    }

    void check() {
        if (!errors.isEmpty()) {
            throw new InvalidValue(errors);
        }
    }
}
