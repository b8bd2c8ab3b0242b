package dev.wavetrain.runs.compare;

import dev.wavetrain.common.Rule;
import dev.wavetrain.common.Rules;
import dev.wavetrain.common.RunId;
import dev.wavetrain.runs.RunDetails;
import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Runs beside each other.
 *
 * @param runs in the order asked for
 * @param sameTask whether all learned the same data with the same loss; if not, their losses are
 *     different things
 * @param settings in which they differ
 */
public record RunComparison(
        List<RunDetails> runs, boolean sameTask, List<ComparedSetting> settings) {

    public static final int LEAST_RUNS = 2;
    public static final int MOST_RUNS = 50;

    public RunComparison {
        runs = List.copyOf(runs);
        settings = List.copyOf(settings);
    }

    /**
     * @param runs as many as {@link #check} lets pass
     */
    public static RunComparison of(List<RunDetails> runs) {
        boolean sameTask =
                runs.stream()
                        .map(RunDetails::definition)
                        .allMatch(runs.getFirst().definition()::sameTask);
        return new RunComparison(runs, sameTask, ComparedSetting.differing(runs));
    }

    /**
     * @throws dev.wavetrain.common.InvalidValue at {@code runs}, where they are too few, too many
     *     or not all different
     */
    public static void check(Collection<RunId> runs) {
        Set<RunId> seen = new HashSet<>();
        Optional<RunId> twice = runs.stream().filter(run -> !seen.add(run)).findFirst();
        new Rules()
                .that(runs.size() >= LEAST_RUNS, "runs", Rule.TOO_FEW, LEAST_RUNS)
                .that(runs.size() <= MOST_RUNS, "runs", Rule.TOO_MANY, MOST_RUNS, runs.size())
                .that(twice.isEmpty(), "runs", Rule.REPEATED, twice.map(RunId::toString).orElse(""))
                .check();
    }

    /**
     * The runs with the best value of a metric. None where it has no better and worse, where all
     * are equal, or where losses are of different tasks.
     */
    public Set<RunId> best(ComparedMetric metric) {
        List<RunDetails> competing = runs.stream().filter(metric::competes).toList();
        DoubleSummaryStatistics ranks =
                competing.stream().mapToDouble(run -> rank(metric, run)).summaryStatistics();
        if (metric.isLoss() && !sameTask || ranks.getMin() >= ranks.getMax()) {
            return Set.of();
        }
        return competing.stream()
                .filter(run -> rank(metric, run) == ranks.getMin())
                .map(RunDetails::id)
                .collect(Collectors.toSet());
    }

    private static double rank(ComparedMetric metric, RunDetails run) {
        Double value = metric.of(run);
        return value == null ? Double.POSITIVE_INFINITY : metric.rank(value);
    }

    /** Whether any run has a value of it. */
    public boolean has(ComparedMetric metric) {
        return runs.stream().anyMatch(run -> metric.of(run) != null);
    }
}
