package dev.wavetrain.runs.filter;

import dev.wavetrain.common.InvalidValue;
import dev.wavetrain.common.Reason;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads values as their fields have them. */
final class FilterValues {

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d{1,40}(\\.\\d{0,40})?|\\.\\d{1,40})(e[+-]?\\d{1,5})?");
    private static final Pattern SPAN = Pattern.compile("(\\d{1,6})(s|min|m|h|d|w)");
    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    private final Instant now;

    FilterValues(Instant now) {
        this.now = now;
    }

    /**
     * @param operator never {@link Operator#UNEQUAL}; fits the field
     */
    Filter compare(FilterField field, Operator operator, Written value) {
        if (operator == Operator.CONTAINS) {
            return new Filter.Contains(field, value.text());
        }
        return switch (field.kind()) {
            case NUMBER -> new Filter.Number(field, operator, number(field, value));
            case DURATION -> new Filter.Number(field, operator, seconds(field, value));
            case TIME -> time(field, operator, value);
            case TEXT, TAG, NAMED -> new Filter.OneOf(field, List.of(value.text()));
            case WORD -> new Filter.OneOf(field, List.of(word(field, value)));
            case FLAG -> flag(field, value);
            case PART -> throw wrong(value, Reason.ONLY_EMPTY.of(field.name()));
        };
    }

    private static String low(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String word(FilterField field, Written value) {
        for (String known : field.values()) {
            if (known.equalsIgnoreCase(value.text())) {
                return low(known);
            }
        }
        throw wrong(
                value,
                Reason.NOT_A_VALUE_OF.of(
                        FilterError.shortened(value.text()),
                        field.shortName(),
                        String.join(", ", field.values())));
    }

    private static Filter flag(FilterField field, Written value) {
        Filter flag = new Filter.Flag(field);
        return word(field, value).equals("true") ? flag : new Filter.Not(flag);
    }

    private static double number(FilterField field, Written value) {
        String text = low(value.text());
        return switch (text) {
            case "nan" -> Double.NaN;
            case "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
            case "-infinity" -> Double.NEGATIVE_INFINITY;
            default -> {
                if (!NUMBER.matcher(text).matches()) {
                    throw wrong(value, Reason.NO_NUMBER.of(shown(value), field.shortName()));
                }
                yield Double.parseDouble(text);
            }
        };
    }

    private static double seconds(FilterField field, Written value) {
        Matcher span = SPAN.matcher(low(value.text()));
        return span.matches() ? span(span).toSeconds() : number(field, value);
    }

    private static Duration span(Matcher span) {
        long count = Long.parseLong(span.group(1));
        return switch (span.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m", "min" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            case "d" -> Duration.ofDays(count);
            default -> Duration.ofDays(7 * count);
        };
    }

    private Filter time(FilterField field, Operator operator, Written value) {
        String text = value.text();
        Matcher span = SPAN.matcher(low(text));
        if (span.matches()) {
            Instant then = now.minus(span(span));
            return new Filter.Moment(field, operator, then.isBefore(FIRST) ? FIRST : then);
        }
        try {
            if (text.indexOf('T') >= 0) {
                Instant moment = OffsetDateTime.parse(text).toInstant();
                return new Filter.Moment(field, operator, possible(moment, field, value));
            }
            Instant day = LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            return day(field, operator, possible(day, field, value));
        } catch (DateTimeException _) {
            throw noTime(field, value);
        }
    }

    private static Instant possible(Instant time, FilterField field, Written value) {
        if (time.isBefore(FIRST) || !time.isBefore(LAST)) {
            throw noTime(field, value);
        }
        return time;
    }

    private static InvalidValue noTime(FilterField field, Written value) {
        return wrong(value, Reason.NO_TIME.of(shown(value), field.shortName()));
    }

    /** A day is the time from its beginning to the next one's. */
    private static Filter day(FilterField field, Operator operator, Instant begins) {
        Instant ends = begins.plus(Duration.ofDays(1));
        return switch (operator) {
            case LESS -> new Filter.Moment(field, Operator.LESS, begins);
            case AT_MOST -> new Filter.Moment(field, Operator.LESS, ends);
            case GREATER -> new Filter.Moment(field, Operator.AT_LEAST, ends);
            case AT_LEAST -> new Filter.Moment(field, Operator.AT_LEAST, begins);
            default ->
                    new Filter.All(
                            List.of(
                                    new Filter.Moment(field, Operator.AT_LEAST, begins),
                                    new Filter.Moment(field, Operator.LESS, ends)));
        };
    }

    private static String shown(Written value) {
        return FilterError.shortened(value.text());
    }

    private static InvalidValue wrong(Written value, Reason.Named reason) {
        return FilterError.at(value.token(), reason);
    }
}
