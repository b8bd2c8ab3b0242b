package dev.wavetrain.runs.ui;

import dev.wavetrain.runs.Grouping;
import dev.wavetrain.runs.ListColumns;
import dev.wavetrain.runs.ListSettings;
import dev.wavetrain.runs.RunQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an address says of a list of runs: where it differs from what it would be without. So an
 * address is short, and that of a view follows the view when it is changed.
 */
final class ListAddress {

    private static final String QUERY = "query";
    private static final String SORT = "sort";
    private static final String GROUP = "group";
    private static final String COLUMNS = "columns";
    private static final String PINNED = "pinned";

    private ListAddress() {}

    /**
     * What cannot be read is as if it was not there; but a filter is taken as it is, so that it can
     * be told what is wrong with it.
     */
    static ListSettings read(Function<String, Optional<String>> parameters, ListSettings base) {
        ListColumns columns = base.columns();
        Optional<String> shown = parameters.apply(COLUMNS);
        Optional<String> pinned = parameters.apply(PINNED);
        if (shown.isPresent() || pinned.isPresent()) {
            columns =
                    ListColumns.of(
                            shown.map(ListAddress::names).orElse(columns.names()),
                            pinned.map(ListAddress::names).orElse(columns.pinnedNames()));
        }
        return new ListSettings(
                parameters.apply(QUERY).orElse(base.query()),
                parameters.apply(SORT).filter(ListAddress::sorts).orElse(base.sort()),
                parameters.apply(GROUP).flatMap(ListAddress::grouping).orElse(base.grouping()),
                columns);
    }

    static Map<String, String> write(ListSettings now, ListSettings base) {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, QUERY, now.query(), base.query());
        put(parameters, SORT, now.sort(), base.sort());
        put(parameters, GROUP, lower(now.grouping()), lower(base.grouping()));
        put(parameters, COLUMNS, joined(now.columns().names()), joined(base.columns().names()));
        put(
                parameters,
                PINNED,
                joined(now.columns().pinnedNames()),
                joined(base.columns().pinnedNames()));
        return parameters;
    }

    private static void put(Map<String, String> to, String name, String now, String base) {
        if (!now.equals(base)) {
            to.put(name, now);
        }
    }

    private static boolean sorts(String sort) {
        return RunQuery.SORTS.contains(sort.startsWith("-") ? sort.substring(1) : sort);
    }

    private static Optional<Grouping> grouping(String name) {
        for (Grouping each : Grouping.values()) {
            if (lower(each).equals(name)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private static String lower(Grouping grouping) {
        return grouping.name().toLowerCase(Locale.ROOT);
    }

    private static String joined(List<String> names) {
        return String.join(",", names).toLowerCase(Locale.ROOT);
    }

    private static List<String> names(String joined) {
        return List.of(joined.toUpperCase(Locale.ROOT).split(","));
    }
}
