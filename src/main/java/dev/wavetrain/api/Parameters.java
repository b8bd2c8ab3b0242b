package dev.wavetrain.api;

import dev.wavetrain.common.FieldError;
import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.Rule;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads numbers from an address's query and notes all that is wrong, as {@link Body} does. */
final class Parameters {

    static final int MOST_ITEMS = 200;
    static final int USUAL_ITEMS = 50;
    static final int LAST_PAGE = 1_000_000;

    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

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

    /**
     * A time, or a day by UTC.
     *
     * @param endOfDay whether a day means its end, or its beginning
     */
    @Nullable Instant time(String name, @Nullable String text, boolean endOfDay) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String written = text.strip();
        try {
            Instant time =
                    written.indexOf('T') >= 0
                            ? OffsetDateTime.parse(written).toInstant()
                            : LocalDate.parse(written)
                                    .plusDays(endOfDay ? 1 : 0)
                                    .atStartOfDay(ZoneOffset.UTC)
                                    .toInstant();
            if (!time.isBefore(FIRST) && time.isBefore(LAST)) {
                return time;
            }
        } catch (DateTimeException _) {
            // Falls through: the same as a time that no database holds.
        }
        errors.add(
                new FieldError(
                        name, Rule.WRONG_TYPE, "a time such as 2026-11-21T09:30:00Z, or a day"));
        return null;
    }

    /** One of an enum's values; null where it is left out. */
    <E extends Enum<E>> @Nullable E choice(String name, @Nullable String text, Class<E> of) {
        if (text == null || text.isBlank()) {
            return null;
        }
        for (E value : of.getEnumConstants()) {
            if (value.name().equals(text.strip())) {
                return value;
            }
        }
        errors.add(
                new FieldError(
                        name,
                        Rule.ONE_OF,
                        Stream.of(of.getEnumConstants())
                                .map(Enum::name)
                                .collect(Collectors.joining(", "))));
        return null;
    }

    void check() {
        if (!errors.isEmpty()) {
            throw new InvalidValue(errors);
        }
    }
}
