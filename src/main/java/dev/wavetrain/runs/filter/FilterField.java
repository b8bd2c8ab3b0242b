package dev.wavetrain.runs.filter;

import java.util.List;

/**
 * A field that runs can be filtered by.
 *
 * @param name as it is written; of a setting its path in the definition
 * @param aliases other names
 * @param values all that there are, where they are few and always the same
 */
public record FilterField(String name, Kind kind, List<String> aliases, List<String> values) {

    /** What values a field has. */
    public enum Kind {
        NUMBER,
        /** Seconds, or {@code 90s}, {@code 5m}, {@code 2h}, {@code 1d}. */
        DURATION,
        TIME,
        TEXT,
        /** One of few words. */
        WORD,
        TAG,
        FLAG,
        /** An id, or the name of what has the id. */
        NAMED,
        /** A part of the definition that holds settings, or is not there. */
        PART
    }

    public FilterField {
        aliases = List.copyOf(aliases);
        values = List.copyOf(values);
    }

    /** Whether it is a field of the definition. */
    public boolean isSetting() {
        return name.startsWith("sequence.")
                || name.startsWith("network.")
                || name.startsWith("training.");
    }

    /** The name that people write: the shortest. */
    public String shortName() {
        return aliases.isEmpty() || !isSetting() ? name : aliases.getFirst();
    }

    /** The operators that make sense with its values. */
    public List<Operator> operators() {
        return switch (kind) {
            case NUMBER, DURATION ->
                    List.of(
                            Operator.LESS,
                            Operator.AT_MOST,
                            Operator.GREATER,
                            Operator.AT_LEAST,
                            Operator.EQUAL,
                            Operator.UNEQUAL);
            case TIME ->
                    List.of(Operator.GREATER, Operator.LESS, Operator.AT_LEAST, Operator.AT_MOST);
            case TEXT, TAG, NAMED -> List.of(Operator.EQUAL, Operator.UNEQUAL, Operator.CONTAINS);
            case WORD, FLAG -> List.of(Operator.EQUAL, Operator.UNEQUAL);
            case PART -> List.of();
        };
    }
}
