package dev.wavetrain.faults;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What each kind of fault did: the table that the harness prints. */
final class Tally {

    /** One kind's line. */
    static final class Line {

        private int faults;
        private final Set<String> runs = new HashSet<>();
        private double worstSeconds;

        double worstSeconds() {
            return worstSeconds;
        }
    }

    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final Map<String, Comparison> compared = new LinkedHashMap<>();

    /** A fault fell on no run as yet. */
    void struck(String kind) {
        line(kind).faults++;
    }

    /** It fell on a run, which went on after so many seconds. */
    void wentOn(String kind, String run, double seconds) {
        Line line = line(kind);
        line.runs.add(run);
        line.worstSeconds = Math.max(line.worstSeconds, seconds);
    }

    void compared(String run, Comparison comparison) {
        compared.put(run, comparison);
    }

    Line line(String kind) {
        return lines.computeIfAbsent(kind, _ -> new Line());
    }

    Map<String, Comparison> comparisons() {
        return compared;
    }

    /** A run that several kinds fell on counts in the line of each, and once in the sum. */
    String table() {
        StringBuilder table = new StringBuilder();
        table.append(
                "| fault | faults | runs | epochs shown | lost | doubled | worst s to go on |\n");
        table.append("| --- | --- | --- | --- | --- | --- | --- |\n");
        lines.forEach((kind, line) -> table.append(row(kind, line.faults, line)));
        Line all = new Line();
        lines.values()
                .forEach(line -> {
                    all.runs.addAll(line.runs);
                    all.worstSeconds = Math.max(all.worstSeconds, line.worstSeconds);
                });
        all.runs.addAll(compared.keySet());
        table.append(row("all", lines.values().stream().mapToInt(line -> line.faults).sum(), all));
        return table.toString();
    }

    private String row(String kind, int faults, Line line) {
        var its =
                compared.entrySet().stream()
                        .filter(one -> line.runs.contains(one.getKey()))
                        .map(Map.Entry::getValue)
                        .collect(Collectors.toList());
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %,d | %d | %d | %.1f |%n",
                kind,
                faults,
                line.runs.size(),
                its.stream().mapToLong(Comparison::shown).sum(),
                its.stream().mapToLong(Comparison::lost).sum(),
                its.stream().mapToLong(Comparison::doubled).sum(),
                line.worstSeconds);
    }
}
