package dev.wavetrain.runs;

import dev.wavetrain.runs.filter.FilterParser;
import java.time.Instant;

/**
 * How a list of runs is asked for and shown.
 *
 * @param query a filter
 * @param sort one of {@link RunQuery#SORTS}, descending after {@code -}
 */
public record ListSettings(String query, String sort, Grouping grouping, ListColumns columns) {

    /** All runs, newest first, with these columns. */
    public static ListSettings plain(ListColumns columns) {
        return new ListSettings("", RunQuery.NEWEST_FIRST, Grouping.NONE, columns);
    }

    /** The first runs that it asks for, of which project ever. */
    public RunQuery asked() {
        return new RunQuery(query, sort, 0, 1);
    }

    /**
     * @throws dev.wavetrain.common.InvalidValue where filter or order cannot be read
     */
    public void check() {
        var _ = FilterParser.parse(asked().text(), Instant.now());
    }

    public ListSettings with(ListColumns other) {
        return new ListSettings(query, sort, grouping, other);
    }

    public ListSettings with(Grouping other) {
        return new ListSettings(query, sort, other, columns);
    }
}
