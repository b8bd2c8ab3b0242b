package dev.wavetrain.runs.ui;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import dev.wavetrain.common.AddressId;
import dev.wavetrain.common.NotFound;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.MetricSeries;
import dev.wavetrain.runs.compare.ComparedMetric;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a comparison's address says: which runs, and how one looks at them. What it says wrongly has
 * its usual value, so that an old address still opens.
 *
 * @param runs all different
 * @param unknown how many were named that cannot be a run
 * @param curve {@code loss}, {@code val_loss}, or empty for what suits the runs
 * @param sort the metric that the table is sorted by, descending after {@code -}; empty for the
 *     order of the runs
 * @param setting the path of the setting that metrics are held against; empty for the first
 */
record CompareAddress(
        List<RunId> runs,
        int unknown,
        Tab tab,
        String curve,
        Along along,
        String sort,
        String setting,
        ComparedMetric metric) {

    static final String PATH = "compare";

    private static final String RUNS = "runs";

    /** What is compared. */
    enum Tab {
        RESULTS,
        INFLUENCE,
        FORECASTS
    }

    /** What curves are drawn along. */
    enum Along {
        EPOCH,
        TIME,
        SHARE
    }

    static CompareAddress of(List<RunId> runs) {
        return of(QueryParameters.of(RUNS, joined(runs)));
    }

    static CompareAddress of(QueryParameters asked) {
        List<String> named =
                Stream.of(asked.getSingleParameter(RUNS).orElse("").split(","))
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .distinct()
                        .toList();
        List<RunId> runs = named.stream().flatMap(each -> id(each).stream()).distinct().toList();
        String curve = asked.getSingleParameter("curve").orElse("");
        return new CompareAddress(
                runs,
                (int) named.stream().filter(each -> id(each).isEmpty()).count(),
                choice(Tab.values(), asked, "tab"),
                MetricSeries.KEYS.contains(curve) ? curve : "",
                choice(Along.values(), asked, "x"),
                asked.getSingleParameter("sort").orElse(""),
                asked.getSingleParameter("setting").orElse(""),
                choice(ComparedMetric.values(), asked, "metric"));
    }

    private static Optional<RunId> id(String text) {
        try {
            return Optional.of(new RunId(AddressId.of("run", text)));
        } catch (NotFound noId) {
            return Optional.empty();
        }
    }

    /** The first where nothing or nothing known is asked for. */
    private static <E extends Enum<E>> E choice(E[] values, QueryParameters asked, String name) {
        String wanted = asked.getSingleParameter(name).orElse("");
        return Arrays.stream(values)
                .filter(value -> word(value).equals(wanted))
                .findFirst()
                .orElse(values[0]);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String joined(List<RunId> runs) {
        return runs.stream().map(RunId::toString).collect(Collectors.joining(","));
    }

    CompareAddress at(Tab other) {
        return new CompareAddress(runs, unknown, other, curve, along, sort, setting, metric);
    }

    CompareAddress drawing(String otherCurve, Along other) {
        return new CompareAddress(runs, unknown, tab, otherCurve, other, sort, setting, metric);
    }

    CompareAddress sorted(String other) {
        return new CompareAddress(runs, unknown, tab, curve, along, other, setting, metric);
    }

    CompareAddress holding(String otherSetting, ComparedMetric other) {
        return new CompareAddress(runs, unknown, tab, curve, along, sort, otherSetting, other);
    }

    CompareAddress without(RunId run) {
        List<RunId> others = runs.stream().filter(each -> !each.equals(run)).toList();
        return new CompareAddress(others, unknown, tab, curve, along, sort, setting, metric);
    }

    QueryParameters parameters() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(RUNS, joined(runs));
        put(all, "tab", tab == Tab.RESULTS ? "" : word(tab));
        put(all, "curve", curve);
        put(all, "x", along == Along.EPOCH ? "" : word(along));
        put(all, "sort", sort);
        put(all, "setting", setting);
        put(all, "metric", metric == ComparedMetric.BEST_VAL_LOSS ? "" : word(metric));
        return QueryParameters.simple(all);
    }

    private static void put(Map<String, String> all, String name, String value) {
        if (!value.isEmpty()) {
            all.put(name, value);
        }
    }

    Location location() {
        return new Location(PATH, parameters());
    }

    /** As a link within the application has it. */
    String link() {
        return location().getPathWithQueryParameters();
    }
}
