package dev.wavetrain.runs.compare;

import dev.wavetrain.common.Csv;
import dev.wavetrain.runs.RunDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A comparison as lines of CSV: a header, then a line a run. */
public final class ComparisonTable {

    private ComparisonTable() {}

    /** Every line ends with a line feed. */
    public static List<String> lines(RunComparison comparison) {
        List<String> lines = new ArrayList<>();
        Stream<String> settings = comparison.settings().stream().map(ComparedSetting::path);
        Stream<String> metrics = Stream.of(ComparedMetric.values()).map(ComparedMetric::key);
        lines.add(
                line(
                        Stream.of(Stream.of("run", "name", "state"), settings, metrics)
                                .flatMap(each -> each)));
        for (int i = 0; i < comparison.runs().size(); i++) {
            int at = i;
            RunDetails run = comparison.runs().get(i);
            lines.add(
                    line(
                            Stream.of(
                                            Stream.of(
                                                    run.id().toString(),
                                                    Csv.cell(run.name()),
                                                    run.state().name()),
                                            comparison.settings().stream()
                                                    .map(setting ->
                                                            value(setting.values().get(at))),
                                            Stream.of(ComparedMetric.values())
                                                    .map(metric -> number(metric, run)))
                                    .flatMap(each -> each)));
        }
        return lines;
    }

    private static String line(Stream<String> cells) {
        return String.join(",", cells.toList()) + "\n";
    }

    private static String number(ComparedMetric metric, RunDetails run) {
        Double value = metric.of(run);
        if (value == null) {
            return "";
        }
        return metric.isCount() ? String.valueOf(value.longValue()) : value.toString();
    }

    /** Numbers as they are: a minus is no formula there. */
    private static String value(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        return value.isNumber() ? value.asString() : Csv.cell(words(value));
    }

    /** A value as text; a list's numbers separated by spaces. */
    public static String words(JsonNode value) {
        return value.isArray()
                ? String.join(" ", value.valueStream().map(JsonNode::asString).toList())
                : value.asString();
    }
}
